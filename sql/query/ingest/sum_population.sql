-- Residents of one union. Bound: :city, :set, :of, :slug, :members.
update area
set population = members.population, population_of = members.population_of
from (
    select sum(population)::integer as population, max(population_of) as population_of
    from area
    where city = :city and set_id = :of and slug = any (:members)
) members
where area.city = :city and area.set_id = :set and area.slug = :slug and members.population is not null
    and (area.population, area.population_of) is distinct from (members.population, members.population_of)
