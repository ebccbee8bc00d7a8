-- One finished import. Bound: the columns by name.
insert into import_run (
    id, city, kind, target, file_name, sha256, bytes, started_at, by_whom, rows_read, accepted, flagged, rejected, inserted,
    updated, unchanged, reasons, synthetic, same_as
)
overriding system value
values (
    :id, :city, :kind, :target, :file_name, :sha256, :bytes, :started_at, :by_whom, :read, :accepted, :flagged, :rejected,
    :inserted, :updated, :unchanged, :reasons::jsonb, :synthetic, :same_as
)
