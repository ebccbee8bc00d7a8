-- One offence of the taxonomy; a new one takes the next number. Bound: :city, :slug, :name, :group, :origin, :sensitivity.
insert into offence (city, id, slug, name, grp, origin, sensitivity)
select :city, coalesce(max(id), 0) + 1, :slug, :name, :group, :origin, :sensitivity
from offence
where city = :city
on conflict (city, slug) do update
set name = excluded.name, grp = excluded.grp, origin = excluded.origin, sensitivity = excluded.sensitivity
where (offence.name, offence.grp, offence.origin, offence.sensitivity)
    is distinct from (excluded.name, excluded.grp, excluded.origin, excluded.sensitivity)
