-- Partitions of the incidents, the largest first.
select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
from pg_inherits p
join pg_class c on c.oid = p.inhrelid
join pg_namespace n on n.oid = c.relnamespace
where p.inhparent = 'incident'::regclass
order by c.relpages desc, c.relname
