-- Says that the run was taken back. Bound: :city, :run.
update import_run set undone_at = clock_timestamp() where city = :city and id = :run
