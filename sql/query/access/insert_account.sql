-- A new account; no row where the name is taken. Bound: :name, :password, :issuer, :subject.
insert into account (name, password, issuer, subject) values (:name, :password, :issuer, :subject)
on conflict do nothing
returning id
