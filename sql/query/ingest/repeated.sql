-- Rows that share record and code in one file are told apart by their content, so that their order in the file does not matter.
create temp table repeated on commit drop as
select stage.line, row_number() over (partition by stage.record, stage.code order by stage.hash, stage.line)::smallint as ordinal
from stage
join (select record, code from stage group by record, code having count(*) > 1) shared using (record, code)
