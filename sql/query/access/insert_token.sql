-- A new token; its number. Bound: :hash, :prefix, :account, :name, :purpose, :days.
insert into token (hash, prefix, account, name, purpose, scope, expires_at)
values (:hash, :prefix, :account, :name, :purpose, 'read', now() + make_interval(days => :days))
returning id
