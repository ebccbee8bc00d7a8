-- A published count. Bound: :city, :number, :group, :unit, :area, :period, :count.
insert into release_cell (city, release, grp, unit, area, period, count)
values (:city, :number, :group, :unit, :area, :period, :count)
