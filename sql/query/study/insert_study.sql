-- A run that is kept. Bound: the columns.
insert into study (id, city, account, account_name, title, process, inputs, filter, layer, data_version, seed, parameters, result, card,
                   reason, sensitive, police)
values (:id, :city, :account, :account_name, :title, :process, :inputs, :filter, :layer, :data_version, :seed, :parameters, :result, :card,
        :reason, :sensitive, :police)
