-- A sign-in that is sent to the provider, for ten minutes. Bound: :hash, :nonce, :verifier.
insert into provider_sign_in (hash, nonce, verifier, expires_at) values (:hash, :nonce, :verifier, now() + interval '10 minutes')
