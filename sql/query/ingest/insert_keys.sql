-- Keys of the new incidents, in the order of the index that they go into. Bound: :city, :run.
insert into incident_key (city, record, code, ordinal, id, year, hash, flags, first_run, last_run)
select :city, record, code, ordinal, id, year, hash, flags, :run, :run
from fresh
where known is null
order by record, code, ordinal
