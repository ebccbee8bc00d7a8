-- One area, made valid, in degrees and again in metres: rounding can cross lines that lie close together. Bound: :srid, :number, :slug, :name, :code, :population, :population_of, :wkb.
insert into area_stage (number, slug, name, code, population, population_of, geom, geom_metric)
select :number, :slug, :name, :code, :population, :population_of, valid.geom,
    ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(valid.geom, :srid)), 3))
from (
    select ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_GeomFromWKB(:wkb, 4326)), 3)) as geom
) valid
