-- Years of each partition of the incidents, [since, until), the largest first. A reader of incidents may read the whole table, not
-- its partitions by their names.
select coalesce(substring(b.bound from 'FROM \(''?(-?[0-9]+)')::int, -32768) as since,
       coalesce(substring(b.bound from 'TO \(''?(-?[0-9]+)')::int, 32768) as until
from pg_inherits p
join pg_class c on c.oid = p.inhrelid
cross join lateral (select pg_get_expr(c.relpartbound, c.oid) as bound) b
where p.inhparent = 'incident'::regclass
order by c.relpages desc, since
