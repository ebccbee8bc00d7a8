-- Outlines of a set for the map, simplified by 15 m in the metric CRS, with five decimals (about a metre).
-- Bound: :city, :set.
select a.slug, a.name, a.population,
       ST_AsGeoJSON(ST_ForcePolygonCCW(ST_Multi(ST_Transform(ST_SimplifyPreserveTopology(a.geom_metric, 15), 4326))), 5, 0)
         as geometry
from area a
where a.city = :city and a.set_id = :set
order by a.slug collate "C"
