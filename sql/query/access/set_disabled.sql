-- Shuts an account out or lets it in; shut out, it has no sessions. Bound: :account, :disabled.
with ended as (delete from session where account = :account and :disabled)
update account set disabled = :disabled where id = :account
