-- Years that new or changed rows need.
select distinct year from judged where same is not true order by year
