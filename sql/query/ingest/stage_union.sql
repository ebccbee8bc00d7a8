-- One union of whole areas of another set; none where none of its members is loaded.
-- Bound: :city, :of, :srid, :number, :slug, :name, :members.
insert into area_stage (number, slug, name, population, population_of, geom, geom_metric)
select
    :number, :slug, :name, case when bool_and(population is not null) then sum(population) end,
    case when bool_and(population is not null) then max(population_of) end,
    ST_Multi(ST_CollectionExtract(ST_Union(geom), 3)), ST_Transform(ST_Multi(ST_CollectionExtract(ST_Union(geom), 3)), :srid)
from area
where city = :city and set_id = :of and slug = any (:members)
having count(*) > 0
