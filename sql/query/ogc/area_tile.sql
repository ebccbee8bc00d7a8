-- Vector tile of an area set, at most 10,000 areas. Bound: :city, :set, :z, :x, :y. One row; empty when no area is in the tile.
with tile as (select ST_TileEnvelope(:z, :x, :y) as box),
near as (
    select a.id, a.slug, a.name, a.population, a.area_km2 as "areaKm2",
           ST_AsMVTGeom(ST_Transform(a.geom, 3857), tile.box, 4096, 64, true) as geom
    from tile, area a
    where a.city = :city and a.set_id = :set and a.geom && ST_Transform(ST_Expand(tile.box, 0), 4326)
    order by a.slug
    limit 10000
)
select ST_AsMVT(near, :set, 4096, 'geom', 'id') from near where geom is not null
