-- A program as a file gives it; answers whether it is new, and nothing when it is as it was.
insert into program (city, slug, name, name_es, operator, description, sign, source, last_run)
values (:city, :slug, :name, :name_es, :operator, :description, :sign, :source, :run)
on conflict (city, slug) do update
set name = excluded.name, name_es = excluded.name_es, operator = excluded.operator, description = excluded.description,
    sign = excluded.sign, source = excluded.source, last_run = excluded.last_run
where (program.name, program.name_es, program.operator, program.description, program.sign, program.source)
    is distinct from
    (excluded.name, excluded.name_es, excluded.operator, excluded.description, excluded.sign, excluded.source)
returning xmax = 0
