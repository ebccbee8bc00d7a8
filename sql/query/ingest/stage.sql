-- Where the rows of one incident file are checked before they touch anything. Not logged: an import that a crash cuts short begins anew. Defined: <city>.
create unlogged table import_<city>_stage (
    line bigint not null,
    code smallint not null,
    flags integer not null,
    record text not null,
    year smallint not null,
    hour smallint not null,
    weekday smallint not null,
    firearm boolean not null,
    occurred_from timestamptz not null,
    occurred_to timestamptz,
    reported_on date,
    lon double precision,
    lat double precision,
    address text,
    premises text,
    weapon text,
    status text,
    beat text,
    hash bigint not null
) with (autovacuum_enabled = false)
