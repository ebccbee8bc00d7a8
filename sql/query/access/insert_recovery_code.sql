-- One recovery code. Bound: :account, :hash.
insert into recovery_code (account, hash) values (:account, :hash)
