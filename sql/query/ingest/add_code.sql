-- A code that the profile does not name counts as "other". Bound: :city, :code, :other.
insert into offence_code (city, id, code, offence, mapped)
select :city, (select coalesce(max(id), 0) + 1 from offence_code where city = :city), :code, offence.id, false
from offence
where offence.city = :city and offence.slug = :other
on conflict (city, code) do update set code = excluded.code
returning id
