-- How many incidents were reported on each day until today; one without a report counts on the day it occurred.
-- Bound: :city, :zone, :today, :implausible (a bit of flags).
select coalesce(i.reported_on, (i.occurred_from at time zone :zone)::date) as day, count(*) as count
from incident i
where i.city = :city and i.flags & :implausible = 0
    and coalesce(i.reported_on, (i.occurred_from at time zone :zone)::date) <= :today
group by 1
order by 1
