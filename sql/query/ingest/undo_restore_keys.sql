-- The keys of the incidents that a run changed, as they were before. Bound: :city, :run.
update incident_key key
set year = before.year, hash = before.hash, flags = before.flags, last_run = before.last_run, prior_run = before.prior_run
from incident_replaced replaced
cross join lateral jsonb_populate_record(null::incident_key, replaced.key_row) before
where replaced.city = :city and replaced.run = :run
    and key.city = :city and key.record = before.record and key.code = before.code and key.ordinal = before.ordinal
