-- The columns of the snapshot of some years, in the order in which RawRows takes them. :city, :since and :until are written in as
-- numbers, since COPY binds nothing.
select i.id, i.geom is not null, i.lon, i.lat, ST_X(i.geom_metric), ST_Y(i.geom_metric), i.occurred_from, i.occurred_to,
       i.code, i.hour, i.weekday, i.flags, i.firearm, i.areas
from incident i
where i.city = :city and i.year >= :since and i.year < :until
