-- New incidents of some years into a table (the table of incidents, or a year that is not attached yet).
-- Bound: :city, :default_flag, :years.
insert into <table> (
    city, year, id, code, hour, weekday, flags, firearm, occurred_from, occurred_to, reported_on, lon, lat, geom, geom_metric,
    areas, record, address, premises, weapon, status, beat
)
select
    :city, fresh.year, fresh.id, fresh.code, fresh.hour, fresh.weekday, fresh.flags, fresh.firearm, fresh.occurred_from,
    fresh.occurred_to, fresh.reported_on, fresh.lon, fresh.lat,
    case when fresh.flags & :default_flag = 0 then place.geom end,
    case when fresh.flags & :default_flag = 0 then place.geom_metric end,
    case when fresh.flags & :default_flag = 0 then coalesce(place_area.areas, '{}') else '{}' end,
    fresh.record, fresh.address, fresh.premises, fresh.weapon, fresh.status, fresh.beat
from fresh
left join place on place.id = fresh.place
left join place_area on place_area.place = fresh.place
where fresh.known is null and fresh.year = any (:years)
