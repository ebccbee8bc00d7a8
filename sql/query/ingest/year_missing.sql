-- Whether the year has no partition yet. Bound: :name.
select to_regclass(:name) is null
