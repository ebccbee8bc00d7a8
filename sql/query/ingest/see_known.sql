-- Known incidents were seen in this import. Bound: :city, :run. Defined: <city>.
update incident_key key
set hash = judged.hash, flags = judged.flags, year = judged.year, prior_run = key.last_run, last_run = :run
from import_<city>_judged judged
where judged.known is not null
    and key.city = :city and key.record = judged.record and key.code = judged.code and key.ordinal = judged.ordinal
