-- The distinct places of a city's stored incidents. Bound: :city.
create temp table place on commit drop as
select row_number() over (order by p.geom)::integer as id, p.lon, p.lat, p.geom
from (
    select distinct lon, lat, geom from incident where city = :city and geom is not null
) p
