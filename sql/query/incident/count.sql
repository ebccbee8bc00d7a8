-- How many incidents a filter holds. Bound: :city and those of the filter. Defined: <where>.
select count(*) from incident i where i.city = :city and <where>
