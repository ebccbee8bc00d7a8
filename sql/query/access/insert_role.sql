-- Gives an account a role in a city. Bound: :account, :city, :role.
insert into account_role (account, city, role) values (:account, :city, :role) on conflict do nothing
