-- Marks an account for the sensitive offences of a city. Bound: :account, :city.
insert into account_sensitive (account, city) values (:account, :city) on conflict do nothing
