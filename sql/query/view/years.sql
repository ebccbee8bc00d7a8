-- Incidents of each local year, whatever they are of. Bound: :city.
select i.year, count(*) as n
from incident i
where i.city = :city
group by i.year
order by i.year
