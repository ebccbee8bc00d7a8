-- For each area of a set the area of another set that holds most of it, and at least a tenth. Bound: :city, :set, :of.
select distinct on (part.slug) part.slug as neighborhood, whole.slug as district
from area part
join area whole on whole.city = part.city and whole.set_id = :of and ST_Intersects(whole.geom_metric, part.geom_metric)
cross join lateral (select ST_Area(ST_Intersection(whole.geom_metric, part.geom_metric)) as shared) overlap
where part.city = :city and part.set_id = :set and overlap.shared > 0.1 * ST_Area(part.geom_metric)
order by part.slug, overlap.shared desc, whole.slug collate "C"
