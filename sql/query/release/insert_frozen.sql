-- A true count that later releases add up. Bound: :city, :number, :group, :area, :month, :count.
insert into release_frozen (city, release, grp, area, month, count)
values (:city, :number, :group, :area, :month, :count)
