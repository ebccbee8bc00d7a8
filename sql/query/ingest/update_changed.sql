-- Changes the incidents whose content or flags differ from what was loaded. Bound: :city, :default_flag.
update incident
set year = fresh.year, hour = fresh.hour, weekday = fresh.weekday, flags = fresh.flags, firearm = fresh.firearm,
    occurred_from = fresh.occurred_from, occurred_to = fresh.occurred_to, reported_on = fresh.reported_on,
    lon = fresh.lon, lat = fresh.lat,
    geom = case when fresh.flags & :default_flag = 0 then place.geom end,
    geom_metric = case when fresh.flags & :default_flag = 0 then place.geom_metric end,
    areas = case when fresh.flags & :default_flag = 0 then coalesce(place_area.areas, '{}') else '{}' end,
    address = fresh.address, premises = fresh.premises, weapon = fresh.weapon, status = fresh.status, beat = fresh.beat
from fresh
left join place on place.id = fresh.place
left join place_area on place_area.place = fresh.place
where fresh.known is not null and not fresh.same
    and incident.city = :city and incident.id = fresh.id and incident.year = fresh.known_year
