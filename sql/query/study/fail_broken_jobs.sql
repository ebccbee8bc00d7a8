-- Jobs of which their server has not been heard for so long. Bound: :message, :seconds.
update job set status = 'failed', message = :message, fault = 'BUSY', finished_at = clock_timestamp(), updated_at = clock_timestamp()
where status in ('accepted', 'running') and updated_at < clock_timestamp() - make_interval(secs => :seconds)
