-- Throws away shapes whose time is over. Bound: :city.
delete from shape where city = :city and expires_at < clock_timestamp()
