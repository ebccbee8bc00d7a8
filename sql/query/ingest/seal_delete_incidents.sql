-- Bound: :city, :record.
delete from incident where city = :city and record = :record
