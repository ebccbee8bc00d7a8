-- Known incidents were seen in this import. Bound: :city, :run.
update incident_key key
set hash = fresh.hash, flags = fresh.flags, year = fresh.year, prior_run = key.last_run, last_run = :run
from fresh
where fresh.known is not null
    and key.city = :city and key.record = fresh.record and key.code = fresh.code and key.ordinal = fresh.ordinal
