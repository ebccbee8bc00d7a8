-- Numbers of the city's codes. Bound: :city.
select code, id from offence_code where city = :city
