-- An area of a release. Bound: :city, :number, :unit, :slug, :place, :name, :population, :district, :listed, :outline.
insert into release_area (city, release, unit, slug, place, name, population, district, listed, outline)
values (:city, :number, :unit, :slug, :place, :name, :population, :district, :listed, :outline)
