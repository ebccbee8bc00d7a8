-- The second factor counts from now on; no row where it did. Bound: :account, :step.
update account set totp_since = now(), totp_step = :step where id = :account and totp_since is null and totp_secret is not null
