-- Uses a link up; its row where it still worked. Bound: :hash.
delete from one_time_link where hash = :hash and expires_at > now() returning account
