-- A study by its id. Bound: :city, :id.
select id, account, account_name, title, process, inputs, filter, layer, data_version, seed, parameters, result, card, reason, sensitive, police,
       shared_role, created_at
from study
where city = :city and id = :id
