-- Deletes a view of its owner. Bound: :city, :owner, :id.
delete from saved_view where city = :city and owner = :owner and id = :id
