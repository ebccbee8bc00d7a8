-- What an account did itself, the latest first. Bound: :actor, :before, :limit.
select e.id, e.at, e.action, e.outcome, e.actor, e.from_address, e.city, e.details::text as details, e.previous, e.hash
from audit_entry e
where e.actor = :actor and e.id < :before
order by e.id desc
limit :limit
