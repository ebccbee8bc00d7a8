-- A group of a release. Bound: :city, :number, :id, :place, :en, :es, :exact.
insert into release_group (city, release, id, place, title_en, title_es, exact)
values (:city, :number, :id, :place, :en, :es, :exact)
