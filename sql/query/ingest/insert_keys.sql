-- Keys of the new incidents, nearly in the order of the index that they go into. Bound: :city, :run.
insert into <table> (city, record, code, ordinal, id, year, hash, flags, first_run, last_run)
select :city, record, code, ordinal, id, year, hash, flags, :run, :run
from judged
where known is null
order by record collate "C", code, ordinal
