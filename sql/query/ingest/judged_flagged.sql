-- The flagged rows, for the report. Defined: <city>.
select line, record, flags from import_<city>_judged judged where flags <> 0 order by line
