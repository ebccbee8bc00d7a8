-- Records that a court sealed: deleted, and kept from coming back with the next file.
set search_path = lamplight, public;

create table sealed_record (
    city        smallint not null references city,
    fingerprint bytea not null,
    sealed_at   timestamptz not null default clock_timestamp(),
    by_whom     text not null,
    reason      text not null,
    incidents   integer not null,
    primary key (city, fingerprint)
);
comment on table sealed_record is 'Records of the source that were deleted because a court sealed them. Their rows are gone; a later file that still holds one is rejected row by row.';
comment on column sealed_record.city is 'The city.';
comment on column sealed_record.fingerprint is 'SHA-256 of the source''s record number: the number itself is not kept.';
comment on column sealed_record.sealed_at is 'When it was deleted here.';
comment on column sealed_record.by_whom is 'Account that deleted it.';
comment on column sealed_record.reason is 'Why, in the words of whoever deleted it; without names of persons.';
comment on column sealed_record.incidents is 'How many incidents of the record were loaded and deleted.';
alter table sealed_record owner to lamplight_import;
