-- A site as a file gives it; answers whether it is new, and nothing when it is as it was. Bound: the columns by name, :wkb, :srid, :run.
insert into site (
    city, program, slug, name, site_type, address, status, opened_on, opened_precision, closed_on, listed_years, season_from,
    season_until, weekdays, hours_from, hours_until, schedule_note, place_precision, place_source, note, source, geom,
    geom_metric, flags, first_run, last_run
)
select
    :city, :program, :slug, :name, :site_type, :address, :status, :opened_on, :opened_precision, :closed_on,
    nullif(:listed_years, '{}'), :season_from, :season_until, nullif(:weekdays, '{}'), :hours_from, :hours_until,
    :schedule_note, :place_precision, :place_source, :note, :source, place.geom, ST_Transform(place.geom, :srid), :flags, :run,
    :run
from (select ST_MakeValid(ST_GeomFromWKB(:wkb::bytea, 4326)) as geom) place
on conflict (city, slug) do update
set program = excluded.program, name = excluded.name, site_type = excluded.site_type, address = excluded.address,
    status = excluded.status, opened_on = excluded.opened_on, opened_precision = excluded.opened_precision,
    closed_on = excluded.closed_on, listed_years = excluded.listed_years, season_from = excluded.season_from,
    season_until = excluded.season_until, weekdays = excluded.weekdays, hours_from = excluded.hours_from,
    hours_until = excluded.hours_until, schedule_note = excluded.schedule_note,
    place_precision = excluded.place_precision, place_source = excluded.place_source, note = excluded.note,
    source = excluded.source, geom = excluded.geom, geom_metric = excluded.geom_metric, flags = excluded.flags,
    last_run = excluded.last_run
where (
        site.program, site.name, site.site_type, site.address, site.status, site.opened_on, site.opened_precision,
        site.closed_on, site.listed_years, site.season_from, site.season_until, site.weekdays, site.hours_from,
        site.hours_until, site.schedule_note, site.place_precision, site.place_source, site.note, site.source, site.flags
    )
    is distinct from
    (
        excluded.program, excluded.name, excluded.site_type, excluded.address, excluded.status, excluded.opened_on,
        excluded.opened_precision, excluded.closed_on, excluded.listed_years, excluded.season_from, excluded.season_until,
        excluded.weekdays, excluded.hours_from, excluded.hours_until, excluded.schedule_note, excluded.place_precision,
        excluded.place_source, excluded.note, excluded.source, excluded.flags
    )
    or ST_AsBinary(site.geom) is distinct from ST_AsBinary(excluded.geom)
returning xmax = 0
