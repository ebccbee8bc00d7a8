-- How the staged rows end. Defined: <city>.
select
    count(*) filter (where flags = 0) as accepted,
    count(*) filter (where flags <> 0) as flagged,
    count(*) filter (where known is null) as inserted,
    count(*) filter (where known is not null and not same) as updated,
    count(*) filter (where known is not null and same) as unchanged
from import_<city>_judged judged
