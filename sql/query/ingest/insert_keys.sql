-- Keys of the new incidents. Bound: :city, :run, :first (the number that the first new incident gets).
-- Defined: <city>, <table>.
insert into <table> (city, record, code, ordinal, id, year, hash, flags, first_run, last_run)
select :city, record, code, ordinal, :first + number, year, hash, flags, :run, :run
from import_<city>_judged judged
where known is null
