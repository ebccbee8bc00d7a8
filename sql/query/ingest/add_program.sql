-- A program that a profile describes, unless it is there already.
insert into program (city, slug, name, name_es, operator, description, sign, source)
values (:city, :slug, :name, :name_es, :operator, :description, :sign, :source)
on conflict (city, slug) do nothing
