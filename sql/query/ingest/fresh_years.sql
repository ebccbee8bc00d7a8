-- Years that new or changed rows need.
select distinct year from fresh where same is not true order by year
