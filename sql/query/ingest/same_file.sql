-- The latest standing import of the same bytes. Bound: :city, :kind, :target, :sha256.
select max(id)
from import_run
where city = :city and kind = :kind and target is not distinct from :target and sha256 = :sha256 and undone_at is null
    and same_as is null
