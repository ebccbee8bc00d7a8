-- The flagged rows, for the report.
select line, record, flags from fresh where flags <> 0 order by line
