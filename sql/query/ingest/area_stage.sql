-- Where the areas of one file are made valid before they replace a set.
create temp table area_stage (
    number bigint not null,
    slug text not null,
    name text not null,
    code text,
    population integer,
    population_of text,
    geom geometry(MultiPolygon, 4326) not null,
    geom_metric geometry(MultiPolygon) not null
) on commit drop
