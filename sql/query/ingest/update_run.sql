-- The totals of an import that was entered before they were known. Bound: the columns by name.
update import_run
set rows_read = :read, accepted = :accepted, flagged = :flagged, rejected = :rejected, inserted = :inserted,
    updated = :updated, unchanged = :unchanged, reasons = :reasons::jsonb, same_as = :same_as,
    finished_at = clock_timestamp()
where id = :id
