-- Changes the incidents whose content or flags differ from what was loaded. Bound: :city, :default_flag. Defined: <city>.
update incident
set year = stage.year, hour = stage.hour, weekday = stage.weekday, flags = judged.flags, firearm = stage.firearm,
    occurred_from = stage.occurred_from, occurred_to = stage.occurred_to, reported_on = stage.reported_on,
    lon = stage.lon, lat = stage.lat,
    geom = case when judged.flags & :default_flag = 0 then place.geom end,
    geom_metric = case when judged.flags & :default_flag = 0 then place.geom_metric end,
    areas = case when judged.flags & :default_flag = 0 then coalesce(place_area.areas, '{}') else '{}' end,
    address = stage.address, premises = stage.premises, weapon = stage.weapon, status = stage.status, beat = stage.beat
from import_<city>_judged judged
join import_<city>_stage stage on stage.line = judged.line
left join import_<city>_place place on place.id = judged.place
left join import_<city>_place_area place_area on place_area.place = judged.place
where judged.known is not null and not judged.same
    and incident.city = :city and incident.id = judged.known and incident.year = judged.known_year
