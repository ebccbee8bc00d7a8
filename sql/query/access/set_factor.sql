-- The secret of a second factor that does not count yet; no row where one counts. Bound: :account, :secret.
update account set totp_secret = :secret where id = :account and totp_since is null
