-- The areas of a release, in order. Bound: :city, :number.
select unit, slug, name, population, district, listed, outline
from release_area
where city = :city and release = :number
order by place
