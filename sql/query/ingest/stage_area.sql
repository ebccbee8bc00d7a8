-- One area, made valid. Bound: :srid, :number, :slug, :name, :code, :population, :population_of, :wkb.
insert into area_stage (number, slug, name, code, population, population_of, geom, geom_metric)
select :number, :slug, :name, :code, :population, :population_of, valid.geom, ST_Transform(valid.geom, :srid)
from (
    select ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_GeomFromWKB(:wkb, 4326)), 3)) as geom
) valid
