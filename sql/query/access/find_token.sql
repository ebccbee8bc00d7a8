-- The account of a token that works. Bound: :hash.
select a.id, a.name, t.id as proof, t.purpose, coalesce(t.last_used_at < now() - interval '1 minute', true) as stale,
       array(select r.city || ' ' || r.role from account_role r where r.account = a.id) as roles,
       array(select v.city from account_sensitive v where v.account = a.id) as sensitive
from token t join account a on a.id = t.account
where t.hash = :hash and not a.disabled and t.expires_at > now()
