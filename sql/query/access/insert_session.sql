-- A new session, and with it its account is seen. Bound: :hash, :account, :from.
with opened as (
    insert into session (hash, account, from_address) values (:hash, :account, :from) returning account
)
update account set last_seen_at = now() from opened where account.id = opened.account
