-- Who may sign in, and the trail of what was done. Only lamplight_auth reads accounts; nobody changes the trail.
set search_path = lamplight, public;

create table account (
    id             bigint generated always as identity primary key,
    name           text not null check (name = lower(name)),
    password       text,
    issuer         text,
    subject        text,
    totp_secret    bytea,
    totp_since     timestamptz,
    totp_step      bigint not null default 0,
    disabled       boolean not null default false,
    created_at     timestamptz not null default now(),
    last_seen_at   timestamptz,
    check ((issuer is null) = (subject is null)),
    unique (name),
    unique (issuer, subject)
);
comment on table account is 'One row for each person or program that may sign in.';
comment on column account.id is 'Number of the account.';
comment on column account.name is 'The name to sign in with, in small letters.';
comment on column account.password is 'Argon2id hash with its parameters and salt; null until one is set, and for accounts of a provider.';
comment on column account.issuer is 'The OpenID provider that vouches for the account; null for a local one.';
comment on column account.subject is 'The provider''s own name of the account, which never changes.';
comment on column account.totp_secret is 'Secret of the second factor, encrypted with the key of the home folder.';
comment on column account.totp_since is 'When the second factor was confirmed; null while it does not count yet.';
comment on column account.totp_step is 'The last time step whose code was used: no code works twice.';
comment on column account.disabled is 'Whether it may not sign in; its sessions end and its tokens do not work.';
comment on column account.created_at is 'When it was made.';
comment on column account.last_seen_at is 'When a session or token of it was last used, to a minute.';

create table account_role (
    account  bigint not null references account on delete cascade,
    city     text not null,
    role     text not null check (role in ('manager', 'analyst', 'administrator')),
    primary key (account, city, role)
);
comment on table account_role is 'The roles of each account, city by city.';
comment on column account_role.account is 'The account.';
comment on column account_role.city is 'Slug of the city; * for every city.';
comment on column account_role.role is 'manager, analyst or administrator; they do not contain each other.';

create table account_sensitive (
    account  bigint not null references account on delete cascade,
    city     text not null,
    primary key (account, city)
);
comment on table account_sensitive is 'Accounts that see incidents of sensitive offences where they are analysts.';
comment on column account_sensitive.account is 'The account.';
comment on column account_sensitive.city is 'Slug of the city; * for every city.';

create table recovery_code (
    account  bigint not null references account on delete cascade,
    hash     bytea not null,
    primary key (account, hash)
);
comment on table recovery_code is 'Codes that stand in for a lost second factor; each works once and is then gone.';
comment on column recovery_code.account is 'The account.';
comment on column recovery_code.hash is 'SHA-256 of the code.';

create table session (
    id            bigint generated always as identity primary key,
    hash          bytea not null unique,
    account       bigint not null references account on delete cascade,
    from_address  text not null,
    started_at    timestamptz not null default now(),
    seen_at       timestamptz not null default now()
);
create index session_account on session (account);
comment on table session is 'Who is signed in; a session that ends is gone.';
comment on column session.id is 'Number of the session, which is no secret.';
comment on column session.hash is 'SHA-256 of what the cookie holds.';
comment on column session.account is 'The account.';
comment on column session.from_address is 'The client''s address at sign-in.';
comment on column session.started_at is 'When it began; it lives twelve hours at most.';
comment on column session.seen_at is 'When it was last used, to a minute; it ends when it is not used for half an hour.';

create table token (
    id            bigint generated always as identity primary key,
    hash          bytea not null unique,
    prefix        text not null,
    account       bigint not null references account on delete cascade,
    name          text not null,
    purpose       text not null,
    scope         text not null check (scope = 'read'),
    created_at    timestamptz not null default now(),
    expires_at    timestamptz not null,
    last_used_at  timestamptz
);
create index token_account on token (account);
comment on table token is 'Keys for QGIS and scripts; one that is revoked is gone.';
comment on column token.id is 'Number of the token, which is no secret.';
comment on column token.hash is 'SHA-256 of the token.';
comment on column token.prefix is 'How the token begins, so that its owner knows it again.';
comment on column token.account is 'Whom it speaks for.';
comment on column token.name is 'What its owner calls it.';
comment on column token.purpose is 'What it is for; the audit trail repeats it with each read.';
comment on column token.scope is 'read: it asks, and changes nothing.';
comment on column token.created_at is 'When it was made.';
comment on column token.expires_at is 'When it ends to work.';
comment on column token.last_used_at is 'When it was last used, to a minute.';

create table one_time_link (
    hash        bytea primary key,
    account     bigint not null references account on delete cascade,
    kind        text not null check (kind in ('set-up', 'invitation', 'lost-password')),
    expires_at  timestamptz not null
);
create index one_time_link_account on one_time_link (account);
comment on table one_time_link is 'Links that set a password once; one that was used is gone.';
comment on column one_time_link.hash is 'SHA-256 of what the link holds.';
comment on column one_time_link.account is 'Whose password it sets.';
comment on column one_time_link.kind is 'set-up, invitation or lost-password; the last takes the second factor away.';
comment on column one_time_link.expires_at is 'When it ends to work.';

create table sign_in_attempt (
    id   bigint generated always as identity primary key,
    key  text not null,
    at   timestamptz not null default clock_timestamp()
);
create index sign_in_attempt_key on sign_in_attempt (key, at);
comment on table sign_in_attempt is 'Attempts to sign in that failed, or that are being judged; older ones than a quarter of an hour do not count.';
comment on column sign_in_attempt.id is 'Number of the attempt.';
comment on column sign_in_attempt.key is 'What is counted: account NAME, or client ADDRESS.';
comment on column sign_in_attempt.at is 'When it was made.';

create table provider_sign_in (
    hash        bytea primary key,
    nonce       text not null,
    verifier    text not null,
    expires_at  timestamptz not null
);
comment on table provider_sign_in is 'Sign-ins that were sent to the OpenID provider and are not back yet.';
comment on column provider_sign_in.hash is 'SHA-256 of the state that came along.';
comment on column provider_sign_in.nonce is 'What the provider''s token must repeat.';
comment on column provider_sign_in.verifier is 'Proof that who asked for the code also takes it (RFC 7636).';
comment on column provider_sign_in.expires_at is 'When it ends to count.';

-- ------------------------------------------------------------------ audit trail

create table audit_entry (
    id            bigint primary key,
    at            timestamptz not null,
    action        text not null,
    outcome       text not null check (outcome in ('done', 'refused', 'failed')),
    actor         text,
    from_address  text not null,
    city          text,
    details       jsonb not null,
    previous      bytea not null,
    hash          bytea not null
);
create index audit_entry_city on audit_entry (city, id);
comment on table audit_entry is 'Who did what, when, from where, and how it ended; each entry is bound to the one before it by its hash.';
comment on column audit_entry.id is 'Number of the entry, without gaps.';
comment on column audit_entry.at is 'When, to a hundredth of a second.';
comment on column audit_entry.action is 'What, as a noun and a verb, such as session.open.';
comment on column audit_entry.outcome is 'done, refused or failed.';
comment on column audit_entry.actor is 'Name of the account, or the system user of the command line; null for anybody.';
comment on column audit_entry.from_address is 'The client''s address, or command line.';
comment on column audit_entry.city is 'Slug of the city that it was about; null for none.';
comment on column audit_entry.details is 'Names and short values.';
comment on column audit_entry.previous is 'Hash of the entry before.';
comment on column audit_entry.hash is 'SHA-256 over all the columns before it.';

create table audit_head (
    single   boolean primary key default true check (single),
    entries  bigint not null,
    hash     bytea not null
);
insert into audit_head (entries, hash) values (0, decode(repeat('00', 32), 'hex'));
comment on table audit_head is 'How many entries there are and the hash of the last one, so that a missing end is noticed.';
comment on column audit_head.single is 'There is one row.';
comment on column audit_head.entries is 'Number of entries.';
comment on column audit_head.hash is 'Hash of the last entry; zeroes before the first.';

create function audit_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is only ever added to';
end $$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
for each statement execute function audit_is_final();
create trigger audit_head_is_final before delete or truncate on audit_head
for each statement execute function audit_is_final();

-- The head moves on by one entry at a time, to an entry that is there.
create function audit_head_follows() returns trigger language plpgsql set search_path = pg_catalog, lamplight, pg_temp as $$
begin
    if new.entries <> old.entries + 1 or not exists (
        select from audit_entry e
        where e.id = new.entries and e.hash = new.hash and e.previous = old.hash
    ) then
        raise exception 'the audit trail is only ever added to';
    end if;
    return new;
end $$;
create trigger audit_head_follows before update on audit_head
for each row execute function audit_head_follows();

-- A field as it is hashed: its length in bytes, a colon, its text; a dash where there is none. No two lists of fields
-- have the same text.
create function audit_field(field text) returns text language sql immutable as
$$ select coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-') $$;

create function append_audit(
    action text, outcome text, actor text, from_address text, city text, details jsonb
) returns bigint
language plpgsql security definer set search_path = pg_catalog, lamplight, pg_temp as $$
declare
    head audit_head;
    number bigint;
    instant timestamptz;
    digest bytea;
begin
    -- One at a time until the transaction ends; so callers append last.
    perform pg_advisory_xact_lock(hashtext('lamplight audit'));
    select * into strict head from audit_head for update;
    number := head.entries + 1;
    instant := clock_timestamp();
    instant := date_trunc('second', instant)
        + floor(extract(milliseconds from instant)::numeric % 1000 / 10) * interval '10 milliseconds';
    digest := sha256(convert_to(
        audit_field(number::text)
        || audit_field(to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        || audit_field(action) || audit_field(outcome) || audit_field(actor) || audit_field(from_address)
        || audit_field(city) || audit_field(details::text) || audit_field(encode(head.hash, 'hex')), 'UTF8'));
    insert into audit_entry values (
        number, instant, action, outcome, actor, from_address, city, details, head.hash, digest);
    update audit_head set entries = number, hash = digest;
    return number;
end $$;

-- ------------------------------------------------------------------ who may do what

revoke all on function append_audit(text, text, text, text, text, jsonb) from public;
grant execute on function append_audit(text, text, text, text, text, jsonb)
to lamplight_auth, lamplight_import, lamplight_staff;
revoke all on audit_entry, audit_head from public, lamplight_public, lamplight_staff, lamplight_import, lamplight_auth;
grant select on audit_entry, audit_head to lamplight_auth;
grant select, insert, update, delete on
account, account_role, account_sensitive, recovery_code, session, token, one_time_link, sign_in_attempt, provider_sign_in
to lamplight_auth;
