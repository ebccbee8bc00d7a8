-- Uses a time step of the second factor up; no row where its code, or a later one, was used. Bound: :account, :step.
update account set totp_step = :step where id = :account and totp_step < :step
