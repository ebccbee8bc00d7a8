-- How many incidents each local month has. Bound: :city, :zone, :implausible (a bit of flags).
select to_char(date_trunc('month', i.occurred_from at time zone :zone), 'YYYY-MM') as month, count(*) as count
from incident i
where i.city = :city and i.flags & :implausible = 0
group by 1
order by 1
