-- A shape by its id. Bound: :city, :id.
select ST_AsBinary(geom) as shape, area_km2, expires_at from shape where city = :city and id = :id
