-- Keeps the rows that this import is about to change. Bound: :city, :run. Defined: <city>.
insert into incident_replaced (city, run, id, key_row, row)
select
    :city, :run, judged.known, to_jsonb(key),
    to_jsonb(incident) || jsonb_build_object('geom', incident.geom::text, 'geom_metric', incident.geom_metric::text)
from import_<city>_judged judged
join incident_key key
    on key.city = :city and key.record = judged.record and key.code = judged.code and key.ordinal = judged.ordinal
join incident on incident.city = :city and incident.id = judged.known and incident.year = judged.known_year
where judged.known is not null and not judged.same
