-- Keeps the rows that this import is about to change. Bound: :city, :run.
insert into incident_replaced (city, run, id, key_row, row)
select
    :city, :run, fresh.id, to_jsonb(key),
    to_jsonb(incident) || jsonb_build_object('geom', incident.geom::text, 'geom_metric', incident.geom_metric::text)
from fresh
join incident_key key
    on key.city = :city and key.record = fresh.record and key.code = fresh.code and key.ordinal = fresh.ordinal
join incident on incident.city = :city and incident.id = fresh.id and incident.year = fresh.known_year
where fresh.known is not null and not fresh.same
