-- Withdraws a release that stands. Bound: :city, :number, :at, :by, :why.
update release
set withdrawn_at = :at, withdrawn_by = :by, withdrawn_why = :why
where city = :city and number = :number and withdrawn_at is null
