-- Areas of a set with outlines for the web: simplified by 30 m in the metric CRS, with four decimals (about ten metres).
-- Bound: :city, :set.
select a.id, a.slug, a.name, a.population,
       ST_AsGeoJSON(ST_ForcePolygonCCW(ST_Multi(ST_Transform(ST_SimplifyPreserveTopology(a.geom_metric, 30), 4326))), 4, 0)
         as outline
from area a
where a.city = :city and a.set_id = :set
order by a.name collate "C", a.slug collate "C"
