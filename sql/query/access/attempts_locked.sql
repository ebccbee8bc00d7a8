-- Seconds until a key with five failures may try again; no row when it may now. Bound: :key.
select extract(epoch from at + interval '15 minutes' - clock_timestamp())
from sign_in_attempt
where key = :key and at > clock_timestamp() - interval '15 minutes'
order by at desc
offset 4
limit 1
