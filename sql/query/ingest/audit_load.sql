-- The entry of an import in the audit trail, in its own transaction. Bound: :run.
select append_audit('import.load', 'done', r.by_whom, 'command line', c.slug, jsonb_strip_nulls(jsonb_build_object(
    'run', r.id::text, 'kind', r.kind, 'set', r.target, 'file', r.file_name, 'sha256', r.sha256, 'read', r.rows_read::text,
    'accepted', r.accepted::text, 'flagged', r.flagged::text, 'rejected', r.rejected::text, 'sameAs', r.same_as::text)))
from import_run r join city c on c.id = r.city
where r.id = :run
