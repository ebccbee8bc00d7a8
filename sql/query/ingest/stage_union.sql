-- One union of whole areas of another set; none where none of its members is loaded. Made valid again in metres, where rounding can
-- cross lines that lie close together. Bound: :city, :of, :srid, :number, :slug, :name, :members.
insert into area_stage (number, slug, name, population, population_of, geom, geom_metric)
select
    :number, :slug, :name, whole.population, whole.population_of, whole.geom,
    ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(whole.geom, :srid)), 3))
from (
    select
        case when bool_and(population is not null) then sum(population) end as population,
        case when bool_and(population is not null) then max(population_of) end as population_of,
        ST_Multi(ST_CollectionExtract(ST_Union(geom), 3)) as geom
    from area
    where city = :city and set_id = :of and slug = any (:members)
    having count(*) > 0
) whole
