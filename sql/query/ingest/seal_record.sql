-- Marks a record as sealed; sealing it again keeps the first mark. Bound: :city, :record, :by_whom, :reason, :incidents.
insert into sealed_record (city, fingerprint, by_whom, reason, incidents)
values (:city, sha256(convert_to(:record, 'UTF8')), :by_whom, :reason, :incidents)
on conflict (city, fingerprint) do nothing
