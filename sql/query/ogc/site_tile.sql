-- Vector tile of program sites, at most 10,000. Bound: :city, :z, :x, :y. Defined: <sites>, the relation that the reader sees.
-- One row; empty when no site is in the tile.
with tile as (select ST_TileEnvelope(:z, :x, :y) as box),
near as (
    select s.id, s.slug, s.name, s.program, s.site_type as "siteType", s.status,
           ST_AsMVTGeom(ST_Transform(s.geom, 3857), tile.box, 4096, 64, true) as geom
    from tile, <sites> s
    where s.city = :city and s.geom && ST_Transform(tile.box, 4326)
    order by s.slug
    limit 10000
)
select ST_AsMVT(near, 'sites', 4096, 'geom', 'id') from near where geom is not null
