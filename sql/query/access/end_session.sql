-- Ends one session. Bound: :id.
delete from session where id = :id
