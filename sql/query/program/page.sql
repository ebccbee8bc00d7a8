-- Programs after a slug, in the order of their slugs, each at the places of its sites. Bound: :city, :after, :limit and
-- those of the filter. Defined: <geometry> (GeoJSON in the CRS that is asked for), <sites> (the relation that the reader may see), <where> (the compiled filter).
select p.slug, p.name, p.name_es, p.operator, p.description, p.sign, p.source, <geometry> as geometry
from program p
left join lateral (
    select ST_Collect(ST_PointOnSurface(s.geom)) as geom, ST_Collect(ST_PointOnSurface(s.geom_metric)) as geom_metric
    from <sites> s
    where s.city = p.city and s.program = p.slug and s.geom is not null
) places on true
where p.city = :city and p.slug collate "C" > :after and <where>
order by p.slug collate "C"
limit :limit
