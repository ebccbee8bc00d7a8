-- Records that were sealed after a release was made; of all time before the first one. Bound: :city, :number (0 before the first).
select count(*)
from sealed_record
where city = :city
    and sealed_at > coalesce((select made_at from release where city = :city and number = :number), '-infinity');
