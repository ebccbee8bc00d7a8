-- Incidents after a number, in the order of their numbers. Bound: :city, :after, :limit and those of the filter.
-- Defined: <x>, <y> (coordinates in the CRS that is asked for), <where> (the compiled filter).
select i.id, i.code, i.hour, i.weekday, i.flags, i.firearm,
       date_part('epoch', i.occurred_from) as occurred_from, date_part('epoch', i.occurred_to) as occurred_to,
       i.reported_on - date '2000-01-01' as reported_on, <x> as x, <y> as y, i.areas,
       i.record, i.address, i.premises, i.weapon, i.status, i.beat
from incident i
where i.city = :city and i.id > :after and <where>
order by i.id
limit :limit
