-- A new session. Bound: :hash, :account, :from.
insert into session (hash, account, from_address) values (:hash, :account, :from)
