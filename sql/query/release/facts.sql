-- What a release says of itself. Bound: :city, :number.
select facts from release where city = :city and number = :number
