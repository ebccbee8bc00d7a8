-- Outlines that rounding in metres had made cross themselves, which ends questions about them with an error.
set search_path = lamplight, public;

update area
set geom_metric = ST_Multi(ST_CollectionExtract(ST_MakeValid(geom_metric), 3))
where not ST_IsValid(geom_metric);

alter table area add constraint area_geom_metric_valid check (ST_IsValid(geom_metric));
alter table area add constraint area_geom_valid check (ST_IsValid(geom));
