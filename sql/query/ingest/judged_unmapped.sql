-- Rows by code that the profile does not name. Bound: :city. Defined: <city>.
select offence_code.code, count(*) as rows
from import_<city>_judged judged
join offence_code on offence_code.city = :city and offence_code.id = judged.code and not offence_code.mapped
group by offence_code.code
