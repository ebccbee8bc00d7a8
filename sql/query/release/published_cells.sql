-- Every count of the city that was ever published, whatever became of its release. Bound: :city.
select grp, unit, area, period, count from release_cell where city = :city
