-- What is loaded of a city's incidents. Bound: :city, :zone, :implausible (bit of the flag), :codes (those that the reader
-- may see). One row.
select count(*) as total,
       count(*) filter (where i.geom is null) as without_place,
       (min(i.occurred_from) filter (where i.flags & :implausible = 0) at time zone :zone)::date::text as first_day,
       (max(i.occurred_from) filter (where i.flags & :implausible = 0) at time zone :zone)::date::text as last_day,
       (select date_part('epoch', max(r.finished_at)) from import_run r
        where r.city = :city and r.kind = 'incidents' and r.undone_at is null) as last_import
from incident i
where i.city = :city and i.code = any (:codes)
