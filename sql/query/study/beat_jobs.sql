-- The jobs that a server runs are still alive; those that come back are, the others were ended elsewhere. Bound: :ids.
update job set updated_at = clock_timestamp()
where id = any(cast(:ids as text[])) and status in ('accepted', 'running')
returning id
