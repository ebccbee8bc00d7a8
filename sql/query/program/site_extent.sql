-- The box around all sites and the first day of any. Bound: :city. Defined: <sites> (the relation that the reader may see).
select ST_XMin(ST_Extent(geom)) as west, ST_YMin(ST_Extent(geom)) as south, ST_XMax(ST_Extent(geom)) as east,
       ST_YMax(ST_Extent(geom)) as north, min(opened_on) as opened_on
from <sites>
where city = :city
