-- Who else may open a study, by its link. Bound: :id, :role (null: nobody).
update study set shared_role = :role where id = :id
