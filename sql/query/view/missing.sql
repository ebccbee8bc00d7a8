-- How many of the incidents are on no map, and why. Bound: :city, :none, :pile, :outside (bits of flags) and those of the
-- filter. Defined: <where>. One row.
select count(*) as matched,
       count(*) filter (where i.geom is null) as without_place,
       count(*) filter (where i.flags & :none <> 0) as no_location,
       count(*) filter (where i.flags & :pile <> 0) as default_location,
       count(*) filter (where i.flags & :outside <> 0) as outside_city,
       count(*) filter (where coalesce(btrim(i.address), '') = '') as no_address
from incident i
where i.city = :city and <where>
