-- Takes so many numbers of incidents in a row; the first of them. Bound: :count. The caller holds the lock of the numbers.
select setval('incident_id', nextval('incident_id') + :count - 1) - :count + 1
