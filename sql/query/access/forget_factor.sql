-- Takes the second factor away. Bound: :account.
with codes as (delete from recovery_code where account = :account)
update account set totp_secret = null, totp_since = null where id = :account
