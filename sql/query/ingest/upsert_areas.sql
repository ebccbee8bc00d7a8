-- The staged areas into their set; an area keeps its number and, where the file gives none, its residents. Bound: :city, :set, :run.
insert into area (
    city, set_id, slug, name, code, population, population_of, geom, geom_metric, area_km2, first_run, last_run
)
select
    :city, :set, slug, name, code, population, population_of, geom, geom_metric, ST_Area(geom_metric) / 1e6, :run, :run
from area_stage
order by number
on conflict (city, set_id, slug) do update
set name = excluded.name, code = excluded.code, geom = excluded.geom, geom_metric = excluded.geom_metric,
    area_km2 = excluded.area_km2, last_run = excluded.last_run,
    population = coalesce(excluded.population, area.population),
    population_of = case when excluded.population is null then area.population_of else excluded.population_of end
