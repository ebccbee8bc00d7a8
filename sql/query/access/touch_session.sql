-- A session was used, and with it its account. Bound: :id.
with used as (update session set seen_at = now() where id = :id returning account)
update account set last_seen_at = now() from used where account.id = used.account
