-- What the record was before an import changed it. Bound: :city, :record.
delete from incident_replaced where city = :city and key_row ->> 'record' = :record
