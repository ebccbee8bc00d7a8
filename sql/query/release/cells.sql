-- What a release holds: the cells of itself and of all before it. Bound: :city, :number.
select grp, unit, area, period, count
from release_cell
where city = :city and release <= :number
