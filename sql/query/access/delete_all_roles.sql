-- Takes every role of an account away, and its marks. Bound: :account.
with mark as (delete from account_sensitive where account = :account)
delete from account_role where account = :account
