-- Shapes that analysts draw and filters name by id, too large for an address.
set search_path = lamplight, public;

create table shape (
    city        smallint not null references city,
    id          text not null,
    geom        geometry(Geometry, 4326) not null,
    area_km2    double precision not null,
    expires_at  timestamptz not null,
    primary key (city, id)
);
comment on table shape is 'Polygons that analysts drew to filter by. They say nothing of who drew them.';
comment on column shape.city is 'The city.';
comment on column shape.id is 'Made from the vertices: the same shape has the same id.';
comment on column shape.geom is 'Polygon or multipolygon in longitude and latitude.';
comment on column shape.area_km2 is 'Planar area in the city''s metric CRS, km2.';
comment on column shape.expires_at is 'When it is thrown away, unless it is drawn again.';
alter table shape owner to lamplight_import;
grant select, insert, update, delete on shape to lamplight_staff;
