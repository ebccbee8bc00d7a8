-- Incidents that the run saw unchanged were last seen before it. Bound: :city, :run.
update incident_key
set last_run = coalesce(prior_run, first_run), prior_run = null
where city = :city and last_run = :run
