-- All releases of a city, the latest first. Bound: :city.
select number, made_at, synthetic, withdrawn_at, withdrawn_why
from release
where city = :city
order by number desc
