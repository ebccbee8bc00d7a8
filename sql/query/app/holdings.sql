-- What each city has loaded.
select c.slug, c.data_version,
       (select count(*) from incident i where i.city = c.id) as incidents,
       (select count(*) from area a where a.city = c.id) as areas,
       (select count(*) from site s where s.city = c.id) as sites
from city c
order by c.slug
