-- The whole trail in its order.
select e.id, e.at, e.action, e.outcome, e.actor, e.from_address, e.city, e.details::text as details, e.previous, e.hash
from audit_entry e
order by e.id
