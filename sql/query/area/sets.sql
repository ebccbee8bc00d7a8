-- Area sets that have areas: how many, and the box around them. Bound: :city.
select set_id, count(*) as areas, ST_XMin(ST_Extent(geom)) as west, ST_YMin(ST_Extent(geom)) as south,
       ST_XMax(ST_Extent(geom)) as east, ST_YMax(ST_Extent(geom)) as north
from area
where city = :city
group by set_id
order by set_id
