-- One saved view, where the account may see it. Bound: :city, :reader, :id.
select id, owner, owner_name, title, note, state, shared, matched, data_version, changed_at
from saved_view
where city = :city and id = :id and (owner = :reader or shared)
