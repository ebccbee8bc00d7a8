-- Codes of a city with the slug of the offence they count as. Bound: :city.
select c.id, c.code, c.label, o.slug as offence
from offence_code c
join offence o on o.city = c.city and o.id = c.offence
where c.city = :city
order by c.id
