-- Keys of the new incidents, in the order of their numbers. Bound: :city, :run.
insert into <table> (city, record, code, ordinal, id, year, hash, flags, first_run, last_run)
select :city, record, code, ordinal, id, year, hash, flags, :run, :run
from judged
where known is null
