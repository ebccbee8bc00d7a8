-- Uses a recovery code up; no row where there is none such. Bound: :account, :hash.
delete from recovery_code where account = :account and hash = :hash
