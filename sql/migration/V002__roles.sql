-- Who may do what: the public's role knows no incident, staff read, imports own the layers. The roles themselves belong to the
-- whole cluster and are made before the migrations. What later migrations add, they grant themselves.
set search_path = lamplight, public;

alter table city add column layer_version bigint not null default 0;
comment on column city.layer_version is 'Raised by imports of areas, population and sites, but not by those of incidents: what answers to the public depend on.';
alter table city add column synthetic boolean not null default false;
comment on column city.synthetic is 'Whether anything loaded is made up, for a demo or a benchmark; every page of the city says so.';

alter table site add column published boolean not null default true;
comment on column site.published is 'Whether the public may see it; managers see all sites of their city.';

create view published_site with (security_barrier) as
select * from site where published;
comment on view published_site is 'The sites that the public may see: all that the public''s role knows of sites.';

do $$
declare
    relation record;
begin
    execute format('grant connect, temporary on database %I to lamplight_import', current_database());
    execute format(
        'grant connect on database %I to lamplight_public, lamplight_staff, lamplight_auth', current_database());
    -- Imports make a table for each new year and attach it, which only the owner of the parent may.
    grant usage, create on schema lamplight to lamplight_import;
    grant usage on schema lamplight to lamplight_public, lamplight_staff, lamplight_auth;
    for relation in
        select c.oid::regclass as name, c.relkind as kind
        from pg_class c
        where c.relnamespace = 'lamplight'::regnamespace and c.relkind in ('r', 'p', 'v')
            and c.relname <> 'schema_history'
    loop
        execute format('alter %s %s owner to lamplight_import', case relation.kind when 'v' then 'view' else 'table' end, relation.name);
        execute format('grant select on %s to lamplight_staff', relation.name);
    end loop;
    alter sequence incident_id owner to lamplight_import;
end $$;

revoke all on schema lamplight from public;
grant select on area, program, published_site to lamplight_public;
grant select (id, slug, name, time_zone, metric_srid, layer_version, synthetic) on city to lamplight_public;
-- Accounts hold their roles by city.
grant select (id, slug, name) on city to lamplight_auth;
