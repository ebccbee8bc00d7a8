-- Accounts by name; of one city those with a role there, where a city is given. Bound: :city.
select a.id, a.name, a.password, a.issuer, a.disabled, a.totp_secret, a.totp_since is not null as second_factor, a.last_seen_at,
       array(select r.city || ' ' || r.role from account_role r where r.account = a.id) as roles,
       array(select v.city from account_sensitive v where v.account = a.id) as sensitive
from account a
where :city::text is null
   or exists (select from account_role r where r.account = a.id and r.city in (:city, '*'))
   or not exists (select from account_role r where r.account = a.id)
order by a.name
