-- For the administrator of a database whose owner may create neither roles nor extensions. Run it once, in Lamplight's
-- database, as a superuser; put a password of your own in each of the four places, and the name of the owner (the user of
-- DATABASE_URL) in the place of lamplight_owner. Then set
--   DATABASE_PUBLIC_URL=postgres://lamplight_public:PASSWORD@HOST:5432/NAME
--   DATABASE_STAFF_URL=postgres://lamplight_staff:PASSWORD@HOST:5432/NAME
--   DATABASE_IMPORT_URL=postgres://lamplight_import:PASSWORD@HOST:5432/NAME
--   DATABASE_AUTH_URL=postgres://lamplight_auth:PASSWORD@HOST:5432/NAME
create extension if not exists postgis with schema public;
create role lamplight_public login password 'PASSWORD';
create role lamplight_staff login password 'PASSWORD';
create role lamplight_import login password 'PASSWORD';
create role lamplight_auth login password 'PASSWORD';
grant lamplight_public, lamplight_staff, lamplight_import, lamplight_auth to lamplight_owner;
do $$ begin execute format('grant create on database %I to lamplight_owner', current_database()); end $$;
