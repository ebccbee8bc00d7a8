-- Quarters of the city-wide lines that were ever published. Bound: :city.
select line, period from release_line where city = :city
