-- Residents of the staged areas over areas of some sets, by the share of each staged area that lies in them.
-- Bound: :city, :sets, :source.
update area
set population = spread.population, population_of = :source
from (
    select
        area.id,
        round(sum(stage.population * case
            when ST_CoveredBy(stage.geom_metric, area.geom_metric) then 1
            else ST_Area(ST_Intersection(stage.geom_metric, area.geom_metric)) / ST_Area(stage.geom_metric)
        end))::integer as population
    from area
    join area_stage stage on ST_Intersects(stage.geom_metric, area.geom_metric)
    where area.city = :city and area.set_id = any (:sets)
    group by area.id
) spread
where area.id = spread.id and area.city = :city
    and (area.population, area.population_of) is distinct from (spread.population, :source)
