-- A sign-in that comes back from the provider; each comes back once. Bound: :hash.
with taken as (delete from provider_sign_in where hash = :hash returning nonce, verifier, expires_at)
select nonce, verifier from taken where expires_at > now()
