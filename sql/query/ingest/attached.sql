-- Whether a table is a partition: one that is not is left of an import that was cut short. Bound: :name.
select exists (select from pg_inherits where inhrelid = to_regclass(:name))
