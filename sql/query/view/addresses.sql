-- Addresses by how many incidents they have, default piles left out: the first :limit, and those at which 1, 5, 10, 20 and
-- 50 % of the addresses end. Bound: :city, :pile (bit of the flag), :limit and those of the filter. Defined: <where>.
with counted as (
    select upper(btrim(i.address)) as address, count(*) as n,
           avg(i.lon) filter (where i.geom is not null) as lon, avg(i.lat) filter (where i.geom is not null) as lat
    from incident i
    where i.city = :city and i.flags & :pile = 0 and btrim(i.address) <> '' and <where>
    group by 1
), ranked as (
    select address, n, lon, lat, row_number() over best as rank, sum(n) over best as running, sum(n) over () as total,
           count(*) over () as addresses
    from counted
    window best as (order by n desc, address rows unbounded preceding)
)
select address, n, lon, lat, rank, running, total, addresses
from ranked
where rank <= :limit
   or rank in (ceil(addresses * 0.01), ceil(addresses * 0.05), ceil(addresses * 0.1), ceil(addresses * 0.2), ceil(addresses * 0.5))
order by rank
