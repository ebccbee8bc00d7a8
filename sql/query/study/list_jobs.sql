-- The jobs of an account, or of an address where nobody is signed in, the latest first. Bound: :city, :account, :client, :processes, :statuses (empty: all),
-- :since, :until (null: open), :least, :most (seconds, null: open), :skip, :limit.
select id, process, '' as request, status, message, fault, account, client, stored, sensitive, created_at, started_at, finished_at, updated_at, null as result
from job
where city = :city and expires_at > clock_timestamp()
    and ((cast(:account as bigint) is not null and account = :account)
        or (cast(:account as bigint) is null and account is null and client = :client))
    and (cardinality(cast(:processes as text[])) = 0 or process = any(:processes))
    and (cardinality(cast(:statuses as text[])) = 0 or status = any(:statuses))
    and (cast(:since as timestamptz) is null or created_at >= :since)
    and (cast(:until as timestamptz) is null or created_at < :until)
    and (cast(:least as double precision) is null
        or coalesce(finished_at, clock_timestamp()) - started_at >= make_interval(secs => :least))
    and (cast(:most as double precision) is null
        or coalesce(finished_at, clock_timestamp()) - started_at <= make_interval(secs => :most))
order by created_at desc, id
offset :skip limit :limit
