-- Raises a city's data version and tells the listeners at commit. Bound: :city.
with raised as (
    update city set data_version = data_version + 1 where id = :city returning slug, data_version
),
told as (
    select data_version, pg_notify('lamplight_data', slug || ':' || data_version) from raised
)
select data_version from told
