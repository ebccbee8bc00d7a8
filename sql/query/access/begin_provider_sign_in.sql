-- A sign-in that is sent to the provider, for ten minutes; those that never came back are forgotten. Bound: :hash, :nonce, :verifier.
with late as (delete from provider_sign_in where expires_at < now())
insert into provider_sign_in (hash, nonce, verifier, expires_at) values (:hash, :nonce, :verifier, now() + interval '10 minutes')
