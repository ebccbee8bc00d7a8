-- Bound: :city, :record.
delete from incident_key where city = :city and record = :record
