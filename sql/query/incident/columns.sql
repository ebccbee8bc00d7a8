-- The columns of the snapshot, in the order in which RawRows takes them. :city is written in as a number, since COPY binds nothing.
-- Defined: <table>, a partition of incident.
select i.id, i.geom is not null, i.lon, i.lat, ST_X(i.geom_metric), ST_Y(i.geom_metric), i.occurred_from, i.occurred_to,
       i.code, i.hour, i.weekday, i.flags, i.firearm, i.areas
from <table> i
where i.city = :city
