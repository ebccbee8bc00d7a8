package org.lamplight.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.fault.Fault;

class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "postgres://me:hush@db/map, jdbc:postgresql://db/map, me, hush",
    "postgresql://me:hush@db.example:5433/map?sslmode=require, jdbc:postgresql://db.example:5433/map?sslmode=require, me, hush",
    "jdbc:postgresql://me:h%40sh+%2F@my_db:5432/map, jdbc:postgresql://my_db:5432/map, me, h@sh+/",
    "postgres://me@[::1]:5432/map, jdbc:postgresql://[::1]:5432/map, me, ''",
    "postgres://db/map, jdbc:postgresql://db/map, '', ''"
  })
  void anAddressIsReadInItsUsualSpellings(String url, String jdbc, String user, String password) {
    assertEquals(new DatabaseAddress(jdbc, user, password), DatabaseAddress.parse(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me:hush@db/map",
        "postgres://me:hush@db",
        "postgres://me:hush@db/",
        "postgres://me:hu/sh@db/map",
        "postgres://me:hush%@db/map",
        "hush"
      })
  void aWrongAddressIsNamedAndNotRepeated(String url) {
    Fault fault = assertThrows(Fault.class, () -> DatabaseAddress.parse(url));
    assertTrue(fault.sentence().startsWith("DATABASE_URL: "), fault.sentence());
    assertFalse(fault.sentence().contains("hush"), fault.sentence());
  }

  @Test
  void thePasswordIsNeverPrinted() {
    DatabaseAddress address = DatabaseAddress.parse("postgres://me:hush@db/map?password=hush");
    assertEquals("me@jdbc:postgresql://db/map", address.toString());
  }

  @Test
  void anotherDatabaseKeepsTheOptions() {
    DatabaseAddress address = DatabaseAddress.parse("postgres://me:hush@db/map?sslmode=require");
    assertEquals(
        "jdbc:postgresql://db/other?sslmode=require",
        address.withDatabase("other").jdbcUrl());
  }

  @Test
  void aGoodDatabaseMeetsTheRequirements() {
    assertDoesNotThrow(() -> Requirements.check(TestDatabase.create()));
  }

  @Test
  void aDatabaseThatIsNotThereIsToldFromAWrongPassword() {
    DatabaseAddress good = TestDatabase.create();
    Fault missing = assertThrows(
        Fault.class, () -> Requirements.check(good.withDatabase("nothing_of_that_name")));
    assertTrue(missing.sentence().endsWith("there is no such database"), missing.sentence());
    DatabaseAddress wrong = new DatabaseAddress(good.jdbcUrl(), good.user(), "hush");
    Fault refused = assertThrows(Fault.class, () -> Requirements.check(wrong));
    assertTrue(refused.sentence().endsWith("the password is wrong"), refused.sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.2, true",
    "3.1.0, true",
    "4.0.0, true",
    "3.0.9, false",
    "2.5.1, false",
    "x, false"
  })
  void postgisMustBe31OrNewer(String version, boolean enough) {
    assertEquals(enough, Requirements.atLeast31(version));
  }
}
