-- Staged areas against those that stand; residents that the file does not give do not count as a change. Bound: :city, :set.
select
    count(*) as read,
    count(*) filter (where area.id is null) as inserted,
    count(*) filter (where area.id is not null and differs) as updated,
    count(*) filter (where area.id is not null and not differs) as unchanged
from area_stage stage
left join area on area.city = :city and area.set_id = :set and area.slug = stage.slug
cross join lateral (
    select (area.name, area.code) is distinct from (stage.name, stage.code)
        or (stage.population is not null and stage.population is distinct from area.population)
        or ST_AsBinary(area.geom) is distinct from ST_AsBinary(stage.geom) as differs
) compared
