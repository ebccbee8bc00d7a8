-- Whether any account can sign in.
select exists (select from account where not disabled and (password is not null or issuer is not null))
