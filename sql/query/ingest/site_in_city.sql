-- Whether a place touches an area of the set that makes up the city, or that set is not loaded. Bound: :city, :set, :wkb.
select
    not exists (select from area where city = :city and set_id = :set)
    or exists (
        select from area where city = :city and set_id = :set and ST_Intersects(geom, ST_GeomFromWKB(:wkb, 4326))
    )
