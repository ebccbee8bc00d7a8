-- Rows by their combination of flags. Defined: <city>.
select flags, count(*) as rows from import_<city>_judged judged where flags <> 0 group by flags
