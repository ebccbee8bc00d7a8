-- New incidents of some years into a table (the table of incidents, or a year that is not attached yet), in the order of their
-- numbers, so that neighbours on the ground lie on the same pages. Bound: :city, :default_flag, :years,
-- :first (the number that the first new incident gets). Defined: <city>, <table>.
insert into <table> (
    city, year, id, code, hour, weekday, flags, firearm, occurred_from, occurred_to, reported_on, lon, lat, geom, geom_metric,
    areas, record, address, premises, weapon, status, beat
)
select
    :city, sorted.year, :first + sorted.number, sorted.code, sorted.hour, sorted.weekday, sorted.flags, sorted.firearm,
    sorted.occurred_from, sorted.occurred_to, sorted.reported_on, sorted.lon, sorted.lat,
    case when sorted.flags & :default_flag = 0 then place.geom end,
    case when sorted.flags & :default_flag = 0 then place.geom_metric end,
    case when sorted.flags & :default_flag = 0 then coalesce(place_area.areas, '{}') else '{}' end,
    sorted.record, sorted.address, sorted.premises, sorted.weapon, sorted.status, sorted.beat
from (
    select
        judged.number, judged.place, judged.flags, stage.year, judged.code, stage.hour, stage.weekday, stage.firearm,
        stage.occurred_from, stage.occurred_to, stage.reported_on, stage.lon, stage.lat, stage.record, stage.address,
        stage.premises, stage.weapon, stage.status, stage.beat
    from import_<city>_judged judged
    join import_<city>_stage stage on stage.line = judged.line
    where judged.known is null and judged.year = any (:years) and stage.year = any (:years)
    order by judged.number
    offset 0
) sorted
left join import_<city>_place place on place.id = sorted.place
left join import_<city>_place_area place_area on place_area.place = sorted.place
