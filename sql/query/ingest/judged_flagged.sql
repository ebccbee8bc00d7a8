-- The flagged rows, for the report.
select line, record, flags from judged where flags <> 0 order by line
