-- How many incidents each local month has, and the last day of which the data know anything.
-- Bound: :city, :zone, :today, :implausible (a bit of flags).
select to_char(date_trunc('month', i.occurred_from at time zone :zone), 'YYYY-MM') as month, count(*) as count,
       max(coalesce(i.reported_on, (i.occurred_from at time zone :zone)::date))
           filter (where coalesce(i.reported_on, (i.occurred_from at time zone :zone)::date) <= :today) as last_day
from incident i
where i.city = :city and i.flags & :implausible = 0
group by 1
order by 1
