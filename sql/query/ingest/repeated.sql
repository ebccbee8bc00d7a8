-- Rows that share record and code in one file are told apart by their content, so that their order in the file does not matter.
-- Defined: <city>.
create unlogged table import_<city>_repeated with (autovacuum_enabled = false) as
select stage.line, row_number() over (partition by stage.record, stage.code order by stage.hash, stage.line)::smallint as ordinal
from import_<city>_stage stage
join (select record, code from import_<city>_stage group by record, code having count(*) > 1) shared using (record, code)
