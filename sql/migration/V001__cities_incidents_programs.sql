-- The first schema: cities, areas, incidents, programs and sites.
-- PostGIS lives in public, Lamplight's tables in lamplight; every connection has search_path = lamplight, public.

create extension if not exists postgis with schema public;
create schema if not exists lamplight;
set search_path = lamplight, public;

-- ------------------------------------------------------------------ cities

create table city (
    id            smallint generated always as identity primary key,
    slug          text not null unique,
    name          text not null,
    time_zone     text not null,
    metric_srid   integer not null,
    data_version  bigint not null default 0
);
comment on table city is 'A city served. Its profile (columns, taxonomy, area sets) is a JSON file; this row ties it to its data.';
comment on column city.id is 'Short key that leads the key of every large table, so that they can be spread by city.';
comment on column city.slug is 'Name in paths, such as los-angeles.';
comment on column city.name is 'English name.';
comment on column city.time_zone is 'IANA zone in which hours and weekdays are local.';
comment on column city.metric_srid is 'EPSG code of the projected CRS, in metres, in which distances are measured.';
comment on column city.data_version is 'Raised by each import that changes something; names what an answer was computed from.';

create table offence (
    city         smallint not null references city,
    id           smallint not null,
    slug         text not null,
    name         text not null,
    grp          text not null,
    origin       text not null check (origin in ('reported', 'police_generated', 'mixed')),
    sensitivity  text not null check (sensitivity in ('open', 'sensitive')),
    primary key (city, id),
    unique (city, slug)
);
comment on table offence is 'Offences of a city''s taxonomy, kept equal to its profile at each start and import.';
comment on column offence.city is 'The city.';
comment on column offence.id is 'Number within the city; never reused.';
comment on column offence.slug is 'Name in parameters, such as motor-vehicle-theft.';
comment on column offence.name is 'English name.';
comment on column offence.grp is 'Group of the profile, such as violent, vehicle.';
comment on column offence.origin is 'reported by somebody, police_generated (found by enforcement), or mixed.';
comment on column offence.sensitivity is 'open, or sensitive (shown to the public only city-wide by quarter).';

create table offence_code (
    city     smallint not null,
    id       smallint not null,
    code     text not null,
    label    text,
    offence  smallint not null,
    mapped   boolean not null,
    primary key (city, id),
    unique (city, code),
    foreign key (city, offence) references offence (city, id)
);
comment on table offence_code is 'Codes as the source publishes them, each tied to an offence, so that a change of taxonomy touches no incident.';
comment on column offence_code.city is 'The city.';
comment on column offence_code.id is 'Number within the city; never reused.';
comment on column offence_code.code is 'Code as published, after the profile''s padding.';
comment on column offence_code.label is 'The source''s text for the code, as last seen.';
comment on column offence_code.offence is 'The offence it counts as.';
comment on column offence_code.mapped is 'False when the profile does not know the code and it counts as "other".';

-- ------------------------------------------------------------------ imports

create table import_run (
    id           integer generated always as identity primary key,
    city         smallint not null references city,
    kind         text not null,
    target       text,
    file_name    text not null,
    sha256       text not null,
    bytes        bigint not null,
    started_at   timestamptz not null,
    finished_at  timestamptz not null default clock_timestamp(),
    by_whom      text not null,
    rows_read    bigint not null,
    accepted     bigint not null,
    flagged      bigint not null,
    rejected     bigint not null,
    inserted     bigint not null,
    updated      bigint not null,
    unchanged    bigint not null,
    reasons      jsonb not null default '{}',
    synthetic    boolean not null default false,
    same_as      integer references import_run,
    undone_at    timestamptz,
    check (rows_read = accepted + flagged + rejected)
);
comment on table import_run is 'One row for each finished import: what came in, from which file, and how its rows ended.';
comment on column import_run.id is 'Number of the run; import undo RUN names it.';
comment on column import_run.city is 'The city.';
comment on column import_run.kind is 'incidents, areas, population or sites.';
comment on column import_run.target is 'The area set, for areas and population.';
comment on column import_run.file_name is 'Name of the file, without its folder; - for standard input.';
comment on column import_run.sha256 is 'Hash of the bytes as given (before decompression).';
comment on column import_run.bytes is 'Size in bytes as given.';
comment on column import_run.started_at is 'When reading began.';
comment on column import_run.finished_at is 'When the import was ready to commit.';
comment on column import_run.by_whom is 'Account, or the system user of the command line.';
comment on column import_run.rows_read is 'Rows read: accepted + flagged + rejected.';
comment on column import_run.accepted is 'Rows loaded with nothing to say.';
comment on column import_run.flagged is 'Rows loaded with at least one flag.';
comment on column import_run.rejected is 'Rows not loaded.';
comment on column import_run.inserted is 'Loaded rows that were new.';
comment on column import_run.updated is 'Loaded rows that changed a row loaded before.';
comment on column import_run.unchanged is 'Loaded rows equal to a row loaded before.';
comment on column import_run.reasons is 'Count of rows by flag or reason of rejection; unmapped codes with their counts.';
comment on column import_run.synthetic is 'The rows are made up, for a demo or a benchmark; every page that shows them says so.';
comment on column import_run.same_as is 'The earlier run with the same file hash, when this one changed nothing.';
comment on column import_run.undone_at is 'When the run was taken back.';
create index import_run_city on import_run (city, kind, id);

-- ------------------------------------------------------------------ areas

create table area (
    id            integer generated always as identity,
    city          smallint not null references city,
    set_id        text not null,
    slug          text not null,
    name          text not null,
    code          text,
    population    integer,
    population_of text,
    geom          geometry(MultiPolygon, 4326) not null,
    geom_metric   geometry(MultiPolygon) not null,
    area_km2      double precision not null,
    first_run     integer not null references import_run,
    last_run      integer not null references import_run,
    primary key (city, id),
    unique (city, set_id, slug)
);
comment on table area is 'Neighborhoods, divisions, beats, tracts: the polygons of a city''s area sets.';
comment on column area.id is 'Number, unique over all cities and sets; the entry in incident.areas.';
comment on column area.city is 'The city.';
comment on column area.set_id is 'Area set of the profile, such as neighborhoods.';
comment on column area.slug is 'Name in paths and parameters, unique within the set.';
comment on column area.name is 'Name as published.';
comment on column area.code is 'The source''s own number or letter, where it has one.';
comment on column area.population is 'Residents, where known.';
comment on column area.population_of is 'Where the population comes from, such as "2020 census, tracts by area weight".';
comment on column area.geom is 'Outline in longitude and latitude, made valid.';
comment on column area.geom_metric is 'The same outline in the city''s metric CRS.';
comment on column area.area_km2 is 'Planar area in the metric CRS, km2.';
comment on column area.first_run is 'Import that first held it.';
comment on column area.last_run is 'Import that last held it.';
create index area_geom on area using gist (geom);
create index area_geom_metric on area using gist (geom_metric);

-- ------------------------------------------------------------------ incidents

create sequence incident_id;

create table incident_key (
    city       smallint not null,
    record     text not null,
    code       smallint not null,
    ordinal    smallint not null,
    id         bigint not null,
    year       smallint not null,
    hash       bigint not null,
    flags      integer not null,
    first_run  integer not null,
    last_run   integer not null,
    prior_run  integer,
    primary key (city, record, code, ordinal)
) partition by list (city);
comment on table incident_key is 'What makes two source rows the same incident, and when it was first and last seen. Narrow, so that a re-export touches only it.';
comment on column incident_key.city is 'The city.';
comment on column incident_key.record is 'Record number of the source; sources repeat it.';
comment on column incident_key.code is 'offence_code.id.';
comment on column incident_key.ordinal is '1, 2, ... among rows of one file with the same record and code, ordered by content.';
comment on column incident_key.id is 'Our own stable number of the incident.';
comment on column incident_key.year is 'Partition that holds the incident.';
comment on column incident_key.hash is 'Hash of the content as loaded; an equal hash is an unchanged row.';
comment on column incident_key.flags is 'The flags it was loaded with.';
comment on column incident_key.first_run is 'Import in which it was first seen.';
comment on column incident_key.last_run is 'Import in which it was last seen.';
comment on column incident_key.prior_run is 'last_run before the present one, for undo.';

create table incident (
    city           smallint not null,
    year           smallint not null,
    id             bigint not null,
    code           smallint not null,
    hour           smallint not null check (hour between 0 and 23),
    weekday        smallint not null check (weekday between 1 and 7),
    flags          integer not null,
    firearm        boolean not null,
    occurred_from  timestamptz not null,
    occurred_to    timestamptz,
    reported_on    date,
    lon            double precision,
    lat            double precision,
    geom           geometry(Point, 4326),
    geom_metric    geometry(Point),
    areas          integer[] not null,
    record         text not null,
    address        text,
    premises       text,
    weapon         text,
    status         text,
    beat           text,
    primary key (city, id, year)
) partition by range (year);
comment on table incident is 'Recorded incidents, partitioned by the local year in which they occurred. No data about victims or suspects is stored.';
comment on column incident.city is 'The city; leads every key.';
comment on column incident.year is 'Local year of occurred_from.';
comment on column incident.id is 'Our own stable number; numbers follow a space-filling curve within a first load.';
comment on column incident.code is 'offence_code.id.';
comment on column incident.hour is 'Local hour of occurred_from, 0-23.';
comment on column incident.weekday is 'Local ISO weekday of occurred_from, Monday 1.';
comment on column incident.flags is 'Bits of org.lamplight.incident.Flag: what is doubtful in the row.';
comment on column incident.firearm is 'A firearm was used or shown, as far as the source says.';
comment on column incident.occurred_from is 'Earliest instant at which it occurred.';
comment on column incident.occurred_to is 'Latest instant, where the source gives a span.';
comment on column incident.reported_on is 'Local date of the report.';
comment on column incident.lon is 'Longitude as published; null where the source gives none.';
comment on column incident.lat is 'Latitude as published; null where the source gives none.';
comment on column incident.geom is 'Place in longitude and latitude; null where it is missing or a default pile.';
comment on column incident.geom_metric is 'The same place in the city''s metric CRS.';
comment on column incident.areas is 'area.id of the areas that hold the place, at most one for each area set.';
comment on column incident.record is 'Record number of the source.';
comment on column incident.address is 'Address as published (a block, not a house).';
comment on column incident.premises is 'Kind of place, as published.';
comment on column incident.weapon is 'Weapon, as published.';
comment on column incident.status is 'Status of the case, as published.';
comment on column incident.beat is 'The source''s own smallest police district, as published.';

-- Indexes of the parent; each partition has its own. The importer builds the same ones on a new year before it attaches it.
create index incident_geom on incident using gist (geom);
create index incident_geom_metric on incident using gist (geom_metric);
create index incident_occurred on incident (city, occurred_from);
create index incident_code on incident (city, code, occurred_from);
create index incident_record on incident (city, record);
create index incident_areas on incident using gin (areas);

-- Years that no real city has many rows of; the years between are made when an import first needs them.
create table incident_before_2000 partition of incident for values from (minvalue) to (2000);
create table incident_from_2100 partition of incident for values from (2100) to (maxvalue);
comment on table incident_before_2000 is 'Incidents of years before 2000, mostly errors of the source.';
comment on table incident_from_2100 is 'Incidents of years after 2099, all errors of the source.';

create table incident_replaced (
    city     smallint not null,
    run      integer not null references import_run,
    id       bigint not null,
    key_row  jsonb not null,
    row      jsonb not null,
    primary key (city, run, id)
);
comment on table incident_replaced is 'Rows as they were before an import updated them, so that the import can be undone.';
comment on column incident_replaced.city is 'The city.';
comment on column incident_replaced.run is 'The import that replaced the row.';
comment on column incident_replaced.id is 'The incident.';
comment on column incident_replaced.key_row is 'The row of incident_key before.';
comment on column incident_replaced.row is 'The row of incident before.';

-- ------------------------------------------------------------------ programs and sites

create table program (
    city         smallint not null references city,
    slug         text not null,
    name         text not null,
    name_es      text,
    operator     text,
    description  text,
    sign         text not null,
    source       text,
    last_run     integer references import_run,
    primary key (city, slug)
);
comment on table program is 'Programs that act against harm: neighborhood policing, summer parks, family justice centers.';
comment on column program.city is 'The city.';
comment on column program.slug is 'Name in paths.';
comment on column program.name is 'English name.';
comment on column program.name_es is 'Spanish name.';
comment on column program.operator is 'Who runs it.';
comment on column program.description is 'One sentence.';
comment on column program.sign is 'Sign on the map, one of those the web application draws.';
comment on column program.source is 'Where the facts come from.';
comment on column program.last_run is 'Import that last touched it.';

create table site (
    id                 integer generated always as identity,
    city               smallint not null,
    program            text not null,
    slug               text not null,
    name               text not null,
    site_type          text,
    address            text,
    status             text not null check (status in ('proposed', 'active', 'paused', 'ended', 'unknown')),
    opened_on          date,
    opened_precision   text,
    closed_on          date,
    listed_years       smallint[],
    season_from        text,
    season_until       text,
    weekdays           smallint[],
    hours_from         time,
    hours_until        time,
    schedule_note      text,
    place_precision    text,
    place_source       text,
    note               text,
    source             text,
    geom               geometry(Geometry, 4326),
    geom_metric        geometry(Geometry),
    flags              text[] not null default '{}',
    first_run          integer not null references import_run,
    last_run           integer not null references import_run,
    primary key (city, id),
    unique (city, slug),
    foreign key (city, program) references program (city, slug)
);
comment on table site is 'Where a program works: a point, a polygon, or no place yet.';
comment on column site.id is 'Number, unique over all cities.';
comment on column site.city is 'The city.';
comment on column site.program is 'program.slug.';
comment on column site.slug is 'Name in paths: program and site.';
comment on column site.name is 'Name of the site.';
comment on column site.site_type is 'Kind of place, such as public housing.';
comment on column site.address is 'Public address.';
comment on column site.status is 'proposed, active, paused, ended or unknown; unknown when the source does not say.';
comment on column site.opened_on is 'First day, as far as known (see opened_precision).';
comment on column site.opened_precision is 'day, month or year.';
comment on column site.closed_on is 'First day on which it no longer ran.';
comment on column site.listed_years is 'Years in which a source names the site; a missing year does not mean closed.';
comment on column site.season_from is 'First day of the season as --MM-DD, as last published.';
comment on column site.season_until is 'Day after the last of the season as --MM-DD, as last published.';
comment on column site.weekdays is 'ISO weekdays on which it opens, Monday 1, as last published.';
comment on column site.hours_from is 'Local opening time, as last published.';
comment on column site.hours_until is 'Local closing time, as last published; at or before hours_from means after midnight.';
comment on column site.schedule_note is 'The schedule in words, and when it was published.';
comment on column site.place_precision is 'What the point is: an address, a park, a street block.';
comment on column site.place_source is 'Where the position comes from.';
comment on column site.note is 'What else is known.';
comment on column site.source is 'Where the facts come from.';
comment on column site.geom is 'Point or polygon in longitude and latitude; null when not known.';
comment on column site.geom_metric is 'The same in the city''s metric CRS.';
comment on column site.flags is 'What is doubtful, such as no_location.';
comment on column site.first_run is 'Import that first held it.';
comment on column site.last_run is 'Import that last held it.';
create index site_geom on site using gist (geom);
