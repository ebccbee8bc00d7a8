-- What was kept for the undo of a run. Bound: :city, :run.
delete from incident_replaced where city = :city and run = :run
