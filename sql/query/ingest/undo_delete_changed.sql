-- The incidents that a run changed, in the state that it gave them. Bound: :city, :run.
delete from incident
using incident_replaced replaced, incident_key key
where replaced.city = :city and replaced.run = :run
    and key.city = :city and key.id = replaced.id
    and key.record = replaced.key_row ->> 'record' and key.code = (replaced.key_row ->> 'code')::smallint
    and key.ordinal = (replaced.key_row ->> 'ordinal')::smallint
    and incident.city = :city and incident.id = replaced.id and incident.year = key.year
