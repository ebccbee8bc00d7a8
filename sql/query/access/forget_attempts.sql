-- All attempts of a key. Bound: :key.
delete from sign_in_attempt where key = :key
