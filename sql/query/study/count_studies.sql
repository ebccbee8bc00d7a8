-- How many studies an account keeps in a city. Bound: :city, :account.
select count(*) from study where city = :city and account = :account
