-- When incidents were last imported. Bound: :city.
select max(finished_at) from import_run where city = :city and kind = 'incidents' and undone_at is null
