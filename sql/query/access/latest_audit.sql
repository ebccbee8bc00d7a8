-- The latest entries, in the order in which they were written. Bound: :limit.
select e.id, e.at, e.action, e.outcome, e.actor, e.from_address, e.city, e.details::text as details, e.previous, e.hash
from (select * from audit_entry order by id desc limit :limit) e
order by e.id
