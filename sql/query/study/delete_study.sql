-- A study is thrown away. Bound: :id.
delete from study where id = :id
