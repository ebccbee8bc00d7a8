-- A job by its id, with what it found. Bound: :city, :id.
select id, process, request, status, message, fault, account, client, stored, sensitive, created_at, started_at, finished_at, updated_at, result
from job
where city = :city and id = :id and expires_at > clock_timestamp()
