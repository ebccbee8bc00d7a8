-- The latest imports of incidents; "last" is the one that can be taken back. Bound: :city.
select r.id, r.file_name, r.finished_at, r.by_whom, r.rows_read, r.accepted, r.flagged, r.rejected, r.inserted, r.updated,
       r.unchanged, r.same_as is not null as same, r.undone_at is not null as undone,
       r.id = max(r.id) filter (where r.undone_at is null and r.same_as is null) over () as last
from import_run r
where r.city = :city and r.kind = 'incidents'
order by r.id desc
limit 20
