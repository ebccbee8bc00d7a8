-- The tokens of an account, the latest first. Bound: :account.
select id, name, purpose, prefix, created_at, expires_at, last_used_at
from token
where account = :account
order by created_at desc, id desc
