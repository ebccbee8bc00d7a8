-- Areas of the set that are not staged. Bound: :city, :set.
select count(*) from area where city = :city and set_id = :set and slug not in (select slug from area_stage)
