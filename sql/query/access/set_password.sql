-- A new password. Bound: :account, :password.
update account set password = :password where id = :account
