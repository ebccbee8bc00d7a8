-- Places that are piles of records without a place: far more rows than the places around, and either many addresses at the one
-- point or a large share of the file. A shopping mall has many rows too, but at one address. Bound: :rows, :city, :default_flag, :known. Defined: <city>.
create unlogged table import_<city>_pile with (autovacuum_enabled = false) as
with around as (
    select floor(lon / 0.05) as x, floor(lat / 0.05) as y, percentile_disc(0.99) within group (order by rows) as usual
    from import_<city>_place place
    group by 1, 2
),
candidate as (
    select place.id, place.lon, place.lat, place.rows
    from import_<city>_place place
    join around on around.x = floor(place.lon / 0.05) and around.y = floor(place.lat / 0.05)
    where place.rows > greatest(20, 5 * around.usual)
),
addressed as (
    select candidate.id, candidate.rows, count(distinct stage.address) as addresses
    from candidate
    join import_<city>_stage stage on stage.lon = candidate.lon and stage.lat = candidate.lat
    group by candidate.id, candidate.rows
)
select id
from addressed
where addresses >= greatest(5, rows / 10.0) or (0.01 * :rows >= 200 and rows >= 0.01 * :rows)
union
-- A pile once seen stays one, so that a small later file judges the same rows alike.
select place.id
from import_<city>_place place
join (select distinct lon, lat from incident where :known and city = :city and flags & :default_flag <> 0) before
    on before.lon = place.lon and before.lat = place.lat
