-- The keys of the incidents that a run added. Bound: :city, :run.
delete from incident_key where city = :city and first_run = :run
