-- A job is given up or thrown away: what it found is forgotten. Bound: :id.
update job set status = 'dismissed', message = null, fault = null, result = null,
               finished_at = coalesce(finished_at, clock_timestamp()), updated_at = clock_timestamp(),
               expires_at = least(expires_at, clock_timestamp() + interval '1 hour')
where id = :id
