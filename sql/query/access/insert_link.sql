-- A one-time link of 24 hours, in the place of earlier ones. Bound: :hash, :account, :kind.
with earlier as (delete from one_time_link where account = :account)
insert into one_time_link (hash, account, kind, expires_at) values (:hash, :account, :kind, now() + interval '24 hours')
