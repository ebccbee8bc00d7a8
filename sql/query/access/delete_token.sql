-- Revokes a token; its owner's name. Bound: :id, :account (null for anybody's).
delete from token t
using account a
where t.id = :id and a.id = t.account and (:account::bigint is null or t.account = :account)
returning a.name, t.prefix
