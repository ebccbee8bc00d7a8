-- A new session, by which its account is seen. Bound: :hash, :account, :from.
with begun as (insert into session (hash, account, from_address) values (:hash, :account, :from) returning account)
update account set last_seen_at = now() from begun where account.id = begun.account
