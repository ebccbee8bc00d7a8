-- The true counts of all published months. Bound: :city.
select grp, area, month, count from release_frozen where city = :city
