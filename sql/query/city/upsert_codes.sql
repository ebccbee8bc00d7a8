-- Ties the profile's codes to their offences; new codes take the next numbers. Bound: :city, :codes, :offences (of the same length).
insert into offence_code (city, id, code, offence, mapped)
select :city,
    (select coalesce(max(id), 0) from offence_code where city = :city) + row_number() over (order by given.place),
    given.code,
    offence.id,
    true
from unnest(:codes, :offences) with ordinality as given (code, offence, place)
join offence on offence.city = :city and offence.slug = given.offence
on conflict (city, code) do update set offence = excluded.offence, mapped = true
where (offence_code.offence, offence_code.mapped) is distinct from (excluded.offence, true)
