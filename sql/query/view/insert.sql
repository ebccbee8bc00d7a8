-- Keeps a view. Bound: :city, :owner, :by, :title, :note, :state, :shared, :matched, :version.
insert into saved_view (city, owner, owner_name, title, note, state, shared, matched, data_version)
values (:city, :owner, :by, :title, :note, :state, :shared, :matched, :version)
returning id
