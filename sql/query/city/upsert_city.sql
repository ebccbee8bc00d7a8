-- The row of a city; its metric CRS is never changed here, because stored places are in it. Bound: :slug, :name, :zone, :srid.
insert into city (slug, name, time_zone, metric_srid)
values (:slug, :name, :zone, :srid)
on conflict (slug) do update set name = excluded.name, time_zone = excluded.time_zone
returning id
