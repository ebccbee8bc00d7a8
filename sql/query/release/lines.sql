-- The city-wide lines of a release and of all before it. Bound: :city, :number.
select line, period, count
from release_line
where city = :city and release <= :number
