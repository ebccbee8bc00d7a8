-- The distinct places of a city's stored incidents. Bound: :city. Defined: <city>.
create unlogged table import_<city>_place with (autovacuum_enabled = false) as
select row_number() over (order by p.geom)::integer as id, p.lon, p.lat, p.geom
from (
    select distinct lon, lat, geom from incident where city = :city and geom is not null
) p
