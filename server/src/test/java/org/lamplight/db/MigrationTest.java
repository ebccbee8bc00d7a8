package org.lamplight.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {

  @Test
  void everyTableAndColumnIsExplained() {
    try (Database database = TestDatabase.open()) {
      List<String> silent = database
          .jdbi()
          .withHandle(handle -> handle.createQuery("""
              select c.relname || coalesce('.' || a.attname, '')
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'lamplight'
              left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              where c.relkind in ('r', 'p') and c.relname <> 'schema_history' and not (c.relispartition and a.attnum is not null)
                and col_description(c.oid, a.attnum) is null
              """).mapTo(String.class).list());
      assertEquals(List.of(), silent);
    }
  }
}
