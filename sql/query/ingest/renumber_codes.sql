-- Gives staged rows the stored numbers of codes met for the first time. Bound: :provisional, :stored (of the same length). Defined: <city>.
update import_<city>_stage stage
set code = given.stored
from unnest(:provisional, :stored) as given (provisional, stored)
where stage.code = given.provisional
