-- Saved views of a city that an account may see, the latest first. Bound: :city, :reader.
select id, owner, owner_name, title, note, state, shared, matched, data_version, changed_at
from saved_view
where city = :city and (owner = :reader or shared)
order by changed_at desc, id desc
limit 500
