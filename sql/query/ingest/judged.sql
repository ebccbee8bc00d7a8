-- Every staged row with its final flags, what it was loaded as before, and its number: the old one, or the next along the curve.
-- Narrow, so that a million rows are put in order without carrying all their texts.
-- Bound: :city, :outside_flag, :default_flag, :by_areas, :west, :south, :east, :north.
create temp table judged on commit drop as
select case when ordered.known is null then nextval('incident_id') else ordered.known end as id, ordered.*
from (
    select
        read.line, read.record, read.code, read.year, read.place, read.ordinal, read.flags, read.hash, key.id as known, key.year as known_year,
        (key.hash = read.hash and key.flags = read.flags) as same
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
        from stage
        left join repeated on repeated.line = stage.line
        left join place on place.lon = stage.lon and place.lat = stage.lat
        left join pile on pile.id = place.id
        left join place_area on place_area.place = place.id
    ) read
    left join incident_key key
        on key.city = :city and key.record = read.record and key.code = read.code and key.ordinal = read.ordinal
    order by read.place, read.line
) ordered
