-- Every staged row with its final flags, what it was loaded as before, and for a new one its place in the order of the curve.
-- Narrow, so that a million rows are put in order without carrying all their texts.
-- Bound: :city, :outside_flag, :default_flag, :by_areas, :west, :south, :east, :north. Defined: <city>.
create unlogged table import_<city>_judged with (autovacuum_enabled = false) as
select
    read.line, read.record, read.code, read.year, read.place, read.ordinal, read.flags, read.hash, key.id as known, key.year as known_year,
    (key.hash = read.hash and key.flags = read.flags) as same,
    count(*) filter (where key.id is null) over (order by read.place, read.line rows unbounded preceding) - 1 as number
from (
    select
        stage.line, stage.record, stage.code, stage.year, stage.hash, place.id as place,
        coalesce(repeated.ordinal, 1::smallint) as ordinal,
        stage.flags
            | case when pile.id is not null then :default_flag else 0 end
            | case
                when place.id is null or pile.id is not null or stage.flags & :default_flag <> 0 then 0
                when :by_areas then case when place_area.inside then 0 else :outside_flag end
                when place.lon between :west and :east and place.lat between :south and :north then 0
                else :outside_flag
            end as flags
    from import_<city>_stage stage
    left join import_<city>_repeated repeated on repeated.line = stage.line
    left join import_<city>_place place on place.lon = stage.lon and place.lat = stage.lat
    left join import_<city>_pile pile on pile.id = place.id
    left join import_<city>_place_area place_area on place_area.place = place.id
) read
left join incident_key key
    on key.city = :city and key.record = read.record and key.code = read.code and key.ordinal = read.ordinal
