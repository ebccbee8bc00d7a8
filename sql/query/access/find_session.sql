-- The account of a session that stands. Bound: :hash.
select a.id, a.name, s.id as proof, null as purpose, s.seen_at < now() - interval '1 minute' as stale,
       array(select r.city || ' ' || r.role from account_role r where r.account = a.id) as roles,
       array(select v.city from account_sensitive v where v.account = a.id) as sensitive
from session s join account a on a.id = s.account
where s.hash = :hash
  and not a.disabled
  and s.started_at > now() - interval '12 hours'
  and s.seen_at > now() - interval '30 minutes'
