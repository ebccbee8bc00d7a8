-- Ends every session of an account but one; 0 spares none. Bound: :account, :spared.
delete from session where account = :account and id <> :spared
