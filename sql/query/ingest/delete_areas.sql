-- An areas file is the whole set: what it does not name is gone. Bound: :city, :set.
delete from area where city = :city and set_id = :set and slug not in (select slug from area_stage)
