-- One entry at the end of the audit trail; its number. Bound: the fields by name.
select append_audit(:action, :outcome, :actor, :from, :city, :details::jsonb)
