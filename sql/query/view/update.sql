-- Changes a view of its owner. Bound: :city, :owner, :id, :title, :note, :state, :shared, :matched, :version.
update saved_view
set title = :title, note = :note, state = :state, shared = :shared, matched = :matched, data_version = :version,
    changed_at = clock_timestamp()
where city = :city and owner = :owner and id = :id
