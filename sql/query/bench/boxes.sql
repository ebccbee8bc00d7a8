-- Places of incidents in an order that looks random and is always the same. Bound: :count.
select lon, lat from incident where geom is not null order by hashint8extended(id, 20240601) limit :count
