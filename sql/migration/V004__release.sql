-- The public's releases: what was published stands for ever. Counts behind hidden cells lie apart, where the public's role cannot read.
set search_path = lamplight, public;

create table release (
    city          smallint not null references city,
    number        integer not null check (number >= 1),
    made_at       timestamptz not null,
    made_by       text not null,
    synthetic     boolean not null,
    facts         text not null,
    withdrawn_at  timestamptz,
    withdrawn_by  text,
    withdrawn_why text,
    primary key (city, number),
    check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) in (0, 3))
);
comment on table release is 'One row for each public release of a city; never changed but for its withdrawal, once.';
comment on column release.city is 'The city.';
comment on column release.number is '1, 2, ... within the city.';
comment on column release.made_at is 'The time that its answers carry.';
comment on column release.made_by is 'Account, or the name given on the command line; not read by the public''s role.';
comment on column release.synthetic is 'Whether anything in it is made up; every page of it says so.';
comment on column release.facts is 'What it says of itself as JSON: city, source, notes, units, first and last month, rules.';
comment on column release.withdrawn_at is 'When it was withdrawn; null while it stands.';
comment on column release.withdrawn_by is 'Who withdrew it; not read by the public''s role.';
comment on column release.withdrawn_why is 'Why, in words for the public.';

create table release_area (
    city        smallint not null,
    release     integer not null,
    unit        text not null,
    slug        text not null,
    place       integer not null,
    name        text not null,
    population  integer,
    district    text,
    listed      boolean not null,
    outline     text,
    primary key (city, release, unit, slug),
    foreign key (city, release) references release (city, number)
);
comment on table release_area is 'The areas of a release, frozen with it.';
comment on column release_area.city is 'The city.';
comment on column release_area.release is 'release.number.';
comment on column release_area.unit is 'Area set of the profile, or city.';
comment on column release_area.slug is 'Name in parameters, unique within the unit; without-place is the row of records without a neighborhood.';
comment on column release_area.place is 'Order within the release.';
comment on column release_area.name is 'Name as published.';
comment on column release_area.population is 'Residents, where known.';
comment on column release_area.district is 'Slug of the district that holds it, for neighborhoods.';
comment on column release_area.listed is 'Whether it has counts of its own; a neighborhood of few residents has none.';
comment on column release_area.outline is 'Simplified outline as GeoJSON in longitude and latitude.';

create table release_group (
    city      smallint not null,
    release   integer not null,
    id        text not null,
    place     integer not null,
    title_en  text not null,
    title_es  text not null,
    exact     boolean not null,
    primary key (city, release, id),
    foreign key (city, release) references release (city, number)
);
comment on table release_group is 'The offence groups of a release, disjoint; sensitive and police-generated offences are in none.';
comment on column release_group.city is 'The city.';
comment on column release_group.release is 'release.number.';
comment on column release_group.id is 'Group of the profile.';
comment on column release_group.place is 'Order in legends.';
comment on column release_group.title_en is 'English title.';
comment on column release_group.title_es is 'Spanish title.';
comment on column release_group.exact is 'Whether its counts are all shown.';

create table release_cell (
    city     smallint not null,
    grp      text not null,
    unit     text not null,
    area     text not null,
    period   text not null,
    release  integer not null,
    count    integer check (count >= 0),
    primary key (city, grp, unit, area, period),
    foreign key (city, release) references release (city, number)
);
comment on table release_cell is 'Published counts. Each stands once: later releases hold it too, and nothing can be published in its place.';
comment on column release_cell.city is 'The city.';
comment on column release_cell.grp is 'release_group.id.';
comment on column release_cell.unit is 'release_area.unit.';
comment on column release_cell.area is 'release_area.slug.';
comment on column release_cell.period is 'Month 2024-05, quarter 2024-Q2 or year 2024.';
comment on column release_cell.release is 'The first release that holds it.';
comment on column release_cell.count is 'The count; null where it is hidden, whether it is small itself or hidden with others.';

create table release_line (
    city     smallint not null,
    line     text not null check (line in ('sensitive', 'police-generated')),
    period   text not null,
    release  integer not null,
    count    integer check (count >= 0),
    primary key (city, line, period),
    foreign key (city, release) references release (city, number)
);
comment on table release_line is 'Published city-wide counts, by quarter, of offences that are in no public group.';
comment on column release_line.city is 'The city.';
comment on column release_line.line is 'sensitive or police-generated.';
comment on column release_line.period is 'Quarter, such as 2024-Q2.';
comment on column release_line.release is 'The first release that holds it.';
comment on column release_line.count is 'The count; null where it is hidden.';

create table release_frozen (
    city     smallint not null,
    grp      text not null,
    area     text not null,
    month    text not null,
    release  integer not null,
    count    integer not null check (count > 0),
    primary key (city, grp, area, month),
    foreign key (city, release) references release (city, number)
);
comment on table release_frozen is 'True counts of published months, hidden or not, for the sums and the audit of later releases. Never read by the public''s role.';
comment on column release_frozen.city is 'The city.';
comment on column release_frozen.grp is 'Group of the profile, or a line of release_line.';
comment on column release_frozen.area is 'Slug of the neighborhood; without-place; for lines the empty text.';
comment on column release_frozen.month is 'Such as 2024-05; a month without a row here had none.';
comment on column release_frozen.release is 'The release that froze it.';
comment on column release_frozen.count is 'Incidents, at least 1.';

-- Nobody changes what was published, not even the owner of the tables; a withdrawal is written once and stays.
create function release_stands() returns trigger
language plpgsql as $$
begin
    raise exception 'what was published is never changed: % of %', tg_op, tg_table_name;
end $$;

create function release_withdrawn_once() returns trigger
language plpgsql as $$
begin
    if old.withdrawn_at is null and new.withdrawn_at is not null
        and (old.city, old.number, old.made_at, old.made_by, old.synthetic, old.facts)
            is not distinct from (new.city, new.number, new.made_at, new.made_by, new.synthetic, new.facts)
    then
        return new;
    end if;
    raise exception 'what was published is never changed: % of %', tg_op, tg_table_name;
end $$;

create trigger withdrawn_once before update on release
for each row execute function release_withdrawn_once();
create trigger stands before delete on release
for each row execute function release_stands();

do $$
declare
    name text;
begin
    foreach name in array array['release', 'release_area', 'release_group', 'release_cell', 'release_line', 'release_frozen']
    loop
        if name <> 'release' then
            execute format(
                'create trigger stands before update or delete on %I for each row execute function release_stands()', name);
        end if;
        execute format(
            'create trigger never_emptied before truncate on %I for each statement execute function release_stands()', name);
        execute format('grant select, insert on %I to lamplight_import', name);
    end loop;
end $$;

grant update (withdrawn_at, withdrawn_by, withdrawn_why) on release to lamplight_import;
grant select (city, number, made_at, synthetic, facts, withdrawn_at, withdrawn_why) on release to lamplight_public;
grant select on release_area, release_group, release_cell, release_line to lamplight_public, lamplight_staff;
grant select on release to lamplight_staff;
