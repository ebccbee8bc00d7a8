-- One attempt; its number. Bound: :key.
insert into sign_in_attempt (key) values (:key) returning id
