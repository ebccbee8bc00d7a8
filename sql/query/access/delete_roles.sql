-- Takes the roles of an account in a city away, and its mark. Bound: :account, :city.
with mark as (delete from account_sensitive where account = :account and city = :city)
delete from account_role where account = :account and city = :city
