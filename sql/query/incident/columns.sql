-- The columns that the index in memory holds, in the order of the numbers. Bound: :city.
select i.id, i.geom is not null as place, i.lon, i.lat, ST_X(i.geom_metric) as x, ST_Y(i.geom_metric) as y,
       date_part('epoch', i.occurred_from) as occurred_from, i.code, i.hour, i.weekday, i.flags, i.firearm,
       i.areas[1], i.areas[2], i.areas[3], i.areas[4], i.areas[5], i.areas[6], i.areas[7], i.areas[8]
from incident i
where i.city = :city
order by i.id
