-- Incidents of one partition by their numbers; the parts for several years are joined by "union all".
-- Bound: :city, :year<part>, :ids<part>. Defined: <x>, <y> (coordinates in the CRS that is asked for), <part> (a number).
select i.id, i.code, i.hour, i.weekday, i.flags, i.firearm,
       date_part('epoch', i.occurred_from) as occurred_from, date_part('epoch', i.occurred_to) as occurred_to,
       i.reported_on - date '2000-01-01' as reported_on, <x> as x, <y> as y, i.areas,
       i.record, i.address, i.premises, i.weapon, i.status, i.beat
from incident i
where i.city = :city and i.year = :year<part> and i.id = any(:ids<part>)
