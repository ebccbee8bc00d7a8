-- Areas of a set after a slug, in the order of their slugs. Bound: :city, :set, :after, :limit and those of the filter.
-- Defined: <geometry> (GeoJSON in the CRS that is asked for), <where> (the compiled filter).
select a.slug, a.name, a.code, a.population, a.population_of, a.area_km2, <geometry> as geometry
from area a
where a.city = :city and a.set_id = :set and a.slug collate "C" > :after and <where>
order by a.slug collate "C"
limit :limit
