-- A new release. Bound: :city, :number, :at, :by, :synthetic, :facts.
insert into release (city, number, made_at, made_by, synthetic, facts)
values (:city, :number, :at, :by, :synthetic, :facts)
