-- How many sites a filter holds. Bound: :city and those of the filter. Defined: <sites> (the relation that the reader may see), <where>.
select count(*)
from <sites> s
join program p on p.city = s.city and p.slug = s.program
join city c on c.id = s.city
where s.city = :city and <where>
