-- Keeps the flags of the keys equal to those of the incidents. Bound: :city.
update incident_key key
set flags = incident.flags
from incident
where incident.city = :city and key.city = :city and key.record = incident.record and key.id = incident.id
    and key.flags <> incident.flags
