-- Takes all recovery codes of an account away. Bound: :account.
delete from recovery_code where account = :account
