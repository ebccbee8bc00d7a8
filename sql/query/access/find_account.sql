-- One account by its name. Bound: :name.
select a.id, a.name, a.password, a.issuer, a.disabled, a.totp_secret, a.totp_since is not null as second_factor, a.last_seen_at,
       array(select r.city || ' ' || r.role from account_role r where r.account = a.id) as roles,
       array(select v.city from account_sensitive v where v.account = a.id) as sensitive
from account a
where a.name = :name
