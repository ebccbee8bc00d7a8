-- A published city-wide count. Bound: :city, :number, :line, :period, :count.
insert into release_line (city, release, line, period, count)
values (:city, :number, :line, :period, :count)
