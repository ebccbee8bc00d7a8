-- Whether a run can be taken back. Bound: :city, :run.
select
    case
        when undone_at is not null then 'undone'
        when kind <> 'incidents' then 'other'
        when exists (
            select
            from import_run later
            where later.city = :city and later.kind = 'incidents' and later.id > :run and later.undone_at is null
                and later.same_as is null
        ) then 'later'
        else 'standing'
    end
from import_run
where city = :city and id = :run
