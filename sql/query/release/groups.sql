-- The groups of a release, in order. Bound: :city, :number.
select id, title_en, title_es, exact
from release_group
where city = :city and release = :number
order by place
