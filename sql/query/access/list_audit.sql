-- Entries that the administrator of a city may see, the latest first: those of the city, and those of no city that are
-- about accounts with a role there; all of no city where :everywhere. Bound: :city, :everywhere, :before, :actor, :action,
-- :outcome (null for any), :limit.
select e.id, e.at, e.action, e.outcome, e.actor, e.from_address, e.city, e.details::text as details, e.previous, e.hash
from audit_entry e
where e.id < :before
  and (
    e.city = :city
    or e.city is null and (
        :everywhere
        or exists (
            select from account a join account_role r on r.account = a.id
            where a.name in (e.actor, e.details ->> 'account') and r.city = :city
        )
    )
  )
  and (:actor::text is null or e.actor = :actor)
  and (:action::text is null or e.action = :action or starts_with(e.action, :action || '.'))
  and (:outcome::text is null or e.outcome = :outcome)
order by e.id desc
limit :limit
