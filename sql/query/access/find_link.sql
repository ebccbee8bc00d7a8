-- Whose password a link sets, while it works. Bound: :hash.
select l.kind, a.id, a.name
from one_time_link l join account a on a.id = l.account
where l.hash = :hash and l.expires_at > now() and not a.disabled
