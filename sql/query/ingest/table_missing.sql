-- Whether there is no table of that name. Bound: :name.
select to_regclass(:name) is null
