-- The incidents that a run added. Bound: :city, :run.
delete from incident
using incident_key key
where key.city = :city and key.first_run = :run and incident.city = :city and incident.id = key.id and incident.year = key.year
