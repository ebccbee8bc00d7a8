-- The areas that hold each place, at most one for each set (the lowest number where they overlap), and whether it is in the city.
-- The area stands outside and its places inside the loop, so that each outline is prepared once. Bound: :city, :city_set. Defined: <city>.
create unlogged table import_<city>_place_area with (autovacuum_enabled = false) as
select held.place, array_agg(held.area order by held.area) as areas, bool_or(held.set_id = :city_set) as inside
from (
    select found.id as place, area.set_id, min(area.id) as area
    from area
    cross join lateral (
        select place.id from import_<city>_place place where ST_Intersects(area.geom, place.geom) offset 0
    ) found
    where area.city = :city
    group by found.id, area.set_id
) held
group by held.place
