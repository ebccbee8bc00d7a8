-- A token was used, and with it its account. Bound: :id.
with used as (update token set last_used_at = now() where id = :id returning account)
update account set last_seen_at = now() from used where account.id = used.account
