-- Nine more of each incident, each up to 50 m away, at the same time; seven decimals of a degree, as places are published.
insert into incident
select i.city, i.year, i.id + n * 10000000::bigint, i.code, i.hour, i.weekday, i.flags, i.firearm, i.occurred_from, i.occurred_to,
       i.reported_on, moved.lon, moved.lat,
       case when i.geom is not null then ST_SetSRID(ST_MakePoint(moved.lon, moved.lat), 4326) end,
       ST_Translate(i.geom_metric, j.east * 92000, j.north * 111000),
       i.areas, i.record, i.address, i.premises, i.weapon, i.status, i.beat
from incident i
cross join generate_series(1, 9) n
cross join lateral (select (random() - 0.5) / 1000 + 0 * n as east, (random() - 0.5) / 1000 + 0 * n as north) j
cross join lateral (select round((i.lon + j.east)::numeric, 6)::float8 as lon, round((i.lat + j.north)::numeric, 6)::float8 as lat) moved
