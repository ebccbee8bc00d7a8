-- Jobs whose time is over.
delete from job where expires_at <= clock_timestamp()
