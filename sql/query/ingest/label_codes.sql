-- The source's words for its codes, as last seen. Bound: :city, :codes, :labels (of the same length).
update offence_code
set label = given.label
from unnest(cast(:codes as text[]), cast(:labels as text[])) as given (code, label)
where offence_code.city = :city and offence_code.code = given.code and offence_code.label is distinct from given.label
