-- A job that was asked for. Bound: :id, :city, :account, :account_name, :client, :process, :request, :stored, :sensitive, :seconds (how long it is kept).
insert into job (id, city, account, account_name, client, process, request, status, stored, sensitive, expires_at)
values (:id, :city, :account, :account_name, :client, :process, :request, 'accepted', :stored, :sensitive,
        clock_timestamp() + make_interval(secs => :seconds))
