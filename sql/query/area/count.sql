-- How many areas of a set a filter holds. Bound: :city, :set and those of the filter. Defined: <where>.
select count(*) from area a where a.city = :city and a.set_id = :set and <where>
