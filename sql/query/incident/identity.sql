-- What the data of a city is: its version and a hash of the imports that made it, so that the same version of another database is
-- not taken for it. Bound: :city.
select c.data_version || ' ' || coalesce(md5(string_agg(
           r.id || ' ' || date_part('epoch', r.finished_at) || ' ' || coalesce(date_part('epoch', r.undone_at), 0), ',' order by r.id)), 'none')
from city c
left join import_run r on r.city = c.id
where c.id = :city
group by c.id, c.data_version
