-- The incidents that a run changed, as they were before. Bound: :city, :run.
insert into incident
select before.*
from incident_replaced replaced
cross join lateral jsonb_populate_record(null::incident, replaced.row) before
where replaced.city = :city and replaced.run = :run
