-- Gives every incident with a place its areas anew, and says whether it lies in the city.
-- Bound: :city, :outside_flag, :by_areas, :west, :south, :east, :north. Defined: <city>.
update incident
set areas = found.areas, flags = (incident.flags & ~:outside_flag) | found.outside
from (
    select
        place.lon, place.lat, coalesce(place_area.areas, '{}') as areas,
        case
            when :by_areas then case when place_area.inside then 0 else :outside_flag end
            when place.lon between :west and :east and place.lat between :south and :north then 0
            else :outside_flag
        end as outside
    from import_<city>_place place
    left join import_<city>_place_area place_area on place_area.place = place.id
) found
where incident.city = :city and incident.geom is not null and incident.lon = found.lon and incident.lat = found.lat
    and (incident.areas <> found.areas or incident.flags & :outside_flag <> found.outside)
