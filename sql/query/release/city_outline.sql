-- The union of a set, simplified by 100 m. Bound: :city, :set.
select ST_AsGeoJSON(ST_ForcePolygonCCW(ST_Multi(ST_Transform(ST_SimplifyPreserveTopology(
         ST_Union(ST_SimplifyPreserveTopology(a.geom_metric, 10)), 100), 4326))), 4, 0) as outline
from area a
where a.city = :city and a.set_id = :set
