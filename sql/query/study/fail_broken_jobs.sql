-- Jobs that a server left behind when it ended. Bound: :message.
update job set status = 'failed', message = :message, fault = 'BUSY', finished_at = clock_timestamp(), updated_at = clock_timestamp()
where status in ('accepted', 'running')
