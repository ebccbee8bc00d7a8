-- Forgets what has run out: sessions, links, sign-ins under way, attempts.
with sessions as (
    delete from session where started_at < now() - interval '12 hours' or seen_at < now() - interval '30 minutes'
), links as (
    delete from one_time_link where expires_at < now()
), providers as (
    delete from provider_sign_in where expires_at < now()
)
delete from sign_in_attempt where at < now() - interval '1 hour'
