-- Studies without what they found, the latest first: one's own and those shared with roles, or all. Bound: :city, :account, :roles, :sensitive, :all, :skip, :limit.
select id, account, account_name, title, process, '' as inputs, filter, layer, data_version, seed, '' as parameters, '' as result, '' as card, reason,
       sensitive, police, shared_role, created_at
from study
where city = :city and (:all or account = :account or (shared_role = any(:roles) and (not sensitive or :sensitive)))
order by created_at desc, id
offset :skip limit :limit
