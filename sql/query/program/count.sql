-- How many programs a filter holds. Bound: :city and those of the filter. Defined: <sites> (the relation that the reader may see), <where>.
select count(*)
from program p
left join lateral (
    select ST_Collect(ST_PointOnSurface(s.geom)) as geom, ST_Collect(ST_PointOnSurface(s.geom_metric)) as geom_metric
    from <sites> s
    where s.city = p.city and s.program = p.slug and s.geom is not null
) places on true
where p.city = :city and <where>
