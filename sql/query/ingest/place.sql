-- The distinct places of the staged rows, numbered along PostGIS's Hilbert curve, so that neighbours get neighbouring numbers. Bound: :srid.
-- Defined: <city> (its number).
create unlogged table import_<city>_place with (autovacuum_enabled = false) as
select row_number() over (order by p.geom)::integer as id, p.lon, p.lat, p.rows, p.geom, ST_Transform(p.geom, :srid) as geom_metric
from (
    select lon, lat, count(*) as rows, ST_SetSRID(ST_MakePoint(lon, lat), 4326) as geom
    from import_<city>_stage stage
    where lon is not null
    group by lon, lat
) p
