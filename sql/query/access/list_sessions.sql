-- The standing sessions of an account, the latest first. Bound: :account.
select id, from_address, started_at, seen_at
from session
where account = :account and started_at > now() - interval '12 hours' and seen_at > now() - interval '30 minutes'
order by started_at desc, id desc
