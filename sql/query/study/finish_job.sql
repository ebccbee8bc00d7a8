-- A job ended; one that was dismissed stays so. Bound: :id, :status, :message, :fault, :result.
update job set status = :status, message = :message, fault = :fault, result = :result,
               finished_at = clock_timestamp(), updated_at = clock_timestamp()
where id = :id and status in ('accepted', 'running')
