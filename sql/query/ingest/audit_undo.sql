-- The entry of an import that was taken back. Bound: :run, :actor.
select append_audit('import.undo', 'done', :actor, 'command line', c.slug, jsonb_build_object(
    'run', r.id::text, 'kind', r.kind, 'file', r.file_name, 'sha256', r.sha256, 'read', r.rows_read::text))
from import_run r join city c on c.id = r.city
where r.id = :run
