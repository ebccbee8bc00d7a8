-- Sites after a slug, in the order of their slugs. Bound: :city, :after, :limit and those of the filter.
-- Defined: <geometry> (GeoJSON in the CRS that is asked for), <sites> (the relation that the reader may see), <where> (the compiled filter).
select s.slug, s.program, p.name as program_name, s.name, s.site_type, s.address, s.status, s.opened_on,
       s.opened_precision, s.closed_on, s.listed_years, s.season_from, s.season_until, s.weekdays,
       to_char(s.hours_from, 'HH24:MI') as hours_from, to_char(s.hours_until, 'HH24:MI') as hours_until,
       s.schedule_note, s.place_precision, s.place_source, s.note, s.source, s.flags, <geometry> as geometry
from <sites> s
join program p on p.city = s.city and p.slug = s.program
join city c on c.id = s.city
where s.city = :city and s.slug collate "C" > :after and <where>
order by s.slug collate "C"
limit :limit
