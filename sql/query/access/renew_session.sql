-- The same session under a new id; the old one is worth nothing. Bound: :id, :hash.
update session set hash = :hash where id = :id
