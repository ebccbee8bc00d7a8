-- Areas of a city without their outlines. Bound: :city.
select id, set_id, slug, name from area where city = :city order by set_id, slug
