-- The indexes of the incidents' table but its primary key, as statements without name and table.
select indexdef.text
from pg_index
cross join lateral (
    select regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX \S+ ON ONLY \S+', '') as text
) indexdef
where indrelid = 'lamplight.incident'::regclass and not indisprimary
order by indexrelid
