-- Keeps a shape, or keeps it longer. Bound: :city, :id, :shape (WKB), :srid (metric CRS), :expires.
insert into shape (city, id, geom, area_km2, expires_at)
select :city, :id, geom, ST_Area(ST_Transform(geom, :srid)) / 1e6, :expires
from (select ST_SetSRID(ST_GeomFromWKB(:shape), 4326) as geom) drawn
on conflict (city, id) do update set expires_at = greatest(shape.expires_at, excluded.expires_at)
