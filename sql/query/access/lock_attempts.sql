-- One attempt of a key is judged at a time. Bound: :key.
select pg_advisory_xact_lock(hashtextextended(:key, 7))
