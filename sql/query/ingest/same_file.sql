-- The latest standing import of the same bytes before a run. Bound: :city, :kind, :target, :sha256, :before.
select max(id)
from import_run
where city = :city and kind = :kind and target is not distinct from :target and sha256 = :sha256 and undone_at is null
    and same_as is null and id < :before
