package org.lamplight.release.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.fault.Fault;

class LanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none;EN",
        "es;ES",
        "es-MX,en;q=0.5;ES",
        "en-US,es;q=0.9;EN",
        "en;q=0.2,es;q=0.8;ES",
        "fr,de;EN",
        "fr,es;q=0.3,en;q=0.2;ES",
        "es;q=0,en;EN",
        "*;EN",
        "%%%,;;EN"
      })
  void theBrowsersFirstKnownLanguageIsTaken(String line) {
    // Header and language; the header may hold the mark between them.
    int cut = line.lastIndexOf(';');
    String header = line.substring(0, cut);
    Language wanted = Language.valueOf(line.substring(cut + 1));
    assertEquals(wanted, Language.choose(Optional.empty(), header.equals("none") ? null : header));
  }

  @Test
  void theLinksLanguageWinsOverTheBrowsers() {
    assertEquals(Language.ES, Language.choose(Optional.of("es"), "en"));
  }

  @Test
  void anotherLanguageIsNamedAsAFault() {
    Fault fault = assertThrows(Fault.class, () -> Language.choose(Optional.of("fr"), null));
    assertEquals(Fault.Kind.INVALID, fault.kind());
    assertEquals("lang: must be en or es", fault.sentence());
  }
}
