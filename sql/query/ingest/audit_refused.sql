-- The entry of a file that was refused. Bound: :actor, :city, :kind, :file, :why.
select append_audit('import.load', 'refused', :actor, 'command line', :city,
    jsonb_build_object('kind', :kind::text, 'file', :file::text, 'why', :why::text));
