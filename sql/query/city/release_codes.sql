-- Codes seen in files that the profile does not name (any more) count as "other". Bound: :city, :codes, :other.
update offence_code
set offence = offence.id, mapped = false
from offence
where offence_code.city = :city
    and offence.city = :city
    and offence.slug = :other
    and offence_code.code <> all (:codes)
    and (offence_code.offence, offence_code.mapped) is distinct from (offence.id, false)
