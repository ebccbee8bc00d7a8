-- Incidents of some addresses. Bound: :city, :pile (bit of the flag), :addresses (in capitals) and those of the filter.
-- Defined: <where>.
select upper(btrim(i.address)) as address, count(*) as n
from incident i
where i.city = :city and i.flags & :pile = 0 and upper(btrim(i.address)) = any (:addresses) and <where>
group by 1
