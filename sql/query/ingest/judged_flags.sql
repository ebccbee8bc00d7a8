-- Rows by their combination of flags.
select flags, count(*) as rows from judged where flags <> 0 group by flags
