-- Raises a city's versions and tells the listeners at commit. Bound: :city, :layers (whether areas, programs or sites changed).
with raised as (
    update city
    set data_version = data_version + 1,
        layer_version = layer_version + case when :layers then 1 else 0 end,
        synthetic = exists (select from import_run r where r.city = :city and r.synthetic and r.undone_at is null)
    where id = :city
    returning slug, data_version
),
told as (
    select data_version, pg_notify('lamplight_data', slug || ':' || data_version) from raised
)
select data_version from told
