-- One attempt that does not count. Bound: :id.
delete from sign_in_attempt where id = :id
