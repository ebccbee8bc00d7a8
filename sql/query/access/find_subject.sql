-- One account by the provider's name for it. Bound: :issuer, :subject.
select name from account where issuer = :issuer and subject = :subject
