-- How many entries there are to be, and the hash of the last.
select entries, hash from audit_head
