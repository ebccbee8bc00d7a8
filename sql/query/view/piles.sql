-- The points at which the source piles what it has no place for. Bound: :city, :pile (bit of the flag) and those of the
-- filter. Defined: <where>.
select i.lon, i.lat, count(*) as n, count(distinct i.address) as addresses
from incident i
where i.city = :city and i.flags & :pile <> 0 and i.lon is not null and <where>
group by i.lon, i.lat
order by n desc, i.lon, i.lat
limit 20
