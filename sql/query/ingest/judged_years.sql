-- Years that new or changed rows need, those with the most rows first. Defined: <city>.
select year
from import_<city>_judged judged
where same is not true
group by year
order by count(*) desc, year
