-- Views that analysts keep, for themselves or for the analysts of their city.
set search_path = lamplight, public;

create table saved_view (
    id            integer generated always as identity primary key,
    city          smallint not null references city,
    owner         bigint not null references account on delete cascade,
    owner_name    text not null,
    title         text not null check (title <> ''),
    note          text not null default '',
    state         text not null,
    shared        boolean not null default false,
    matched       bigint,
    data_version  bigint not null,
    changed_at    timestamptz not null default clock_timestamp()
);
comment on table saved_view is 'Views of the map with their filters, kept under a name. The one table of the layers'' side that staff''s role writes.';
comment on column saved_view.id is 'Number, as links have it.';
comment on column saved_view.city is 'The city that it shows.';
comment on column saved_view.owner is 'The account that keeps it; nobody else changes or deletes it.';
comment on column saved_view.owner_name is 'The account''s name, for those who read it: staff''s role reads no accounts.';
comment on column saved_view.title is 'What it is called.';
comment on column saved_view.note is 'What its owner says of it.';
comment on column saved_view.state is 'The part of the page''s address behind "#", which is the whole view.';
comment on column saved_view.shared is 'Whether the other analysts of the city see it.';
comment on column saved_view.matched is 'How many incidents its filter held when it was kept.';
comment on column saved_view.data_version is 'city.data_version when it was kept.';
comment on column saved_view.changed_at is 'When it was last kept.';
create index saved_view_city on saved_view (city, changed_at);
grant select, insert, update, delete on saved_view to lamplight_staff;
