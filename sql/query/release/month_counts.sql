-- Incidents by their areas, local month and what the public may see them as: a group, or one of the two lines. One pass.
-- Bound: :city, :zone, :first, :until (local days), :implausible (a bit of flags).
select i.areas, to_char(date_trunc('month', i.occurred_from at time zone :zone), 'YYYY-MM') as month,
       case
           when o.sensitivity = 'sensitive' then 'sensitive'
           when o.origin = 'police_generated' then 'police-generated'
           else o.grp
       end as grp,
       count(*)::integer as count
from incident i
join offence_code c on c.city = i.city and c.id = i.code
join offence o on o.city = c.city and o.id = c.offence
where i.city = :city and i.flags & :implausible = 0
    and i.occurred_from >= :first::timestamp at time zone :zone
    and i.occurred_from < :until::timestamp at time zone :zone
group by 1, 2, 3
