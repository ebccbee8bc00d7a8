-- Work on a job begins. Bound: :id.
update job set status = 'running', started_at = clock_timestamp(), updated_at = clock_timestamp()
where id = :id and status = 'accepted'
