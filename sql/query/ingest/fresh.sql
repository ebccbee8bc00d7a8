-- Every staged row with its final flags, what it was loaded as before, and its number: the old one, or the next along the curve.
-- Bound: :city, :outside_flag, :default_flag, :by_areas, :west, :south, :east, :north.
create temp table fresh on commit drop as
select case when known is null then nextval('incident_id') else known end as id, judged.*
from (
    select
        stage.line, stage.record, stage.code, stage.year, stage.hour, stage.weekday, stage.firearm, stage.occurred_from,
        stage.occurred_to, stage.reported_on, stage.lon, stage.lat, stage.address, stage.premises, stage.weapon, stage.status,
        stage.beat, stage.hash, stage.place, stage.ordinal, stage.flags,
        key.id as known, key.year as known_year, (key.hash = stage.hash and key.flags = stage.flags) as same
    from (
        select
            stage.line, stage.record, stage.code, stage.year, stage.hour, stage.weekday, stage.firearm, stage.occurred_from,
            stage.occurred_to, stage.reported_on, stage.lon, stage.lat, stage.address, stage.premises, stage.weapon, stage.status,
            stage.beat, stage.hash, place.id as place, coalesce(repeated.ordinal, 1::smallint) as ordinal,
            stage.flags
                | case when pile.id is not null then :default_flag else 0 end
                | case
                    when place.id is null or pile.id is not null or stage.flags & :default_flag <> 0 then 0
                    when :by_areas then case when place_area.inside then 0 else :outside_flag end
                    when place.lon between :west and :east and place.lat between :south and :north then 0
                    else :outside_flag
                end as flags
        from stage
        left join repeated on repeated.line = stage.line
        left join place on place.lon = stage.lon and place.lat = stage.lat
        left join pile on pile.id = place.id
        left join place_area on place_area.place = place.id
    ) stage
    left join incident_key key
        on key.city = :city and key.record = stage.record and key.code = stage.code and key.ordinal = stage.ordinal
    order by stage.place, stage.occurred_from, stage.record, stage.code, stage.ordinal
) judged
