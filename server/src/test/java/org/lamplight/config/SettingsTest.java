package org.lamplight.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.fault.Fault;

class SettingsTest {

  @Test
  void anEmptyEnvironmentServesOnLoopbackWithoutThirdParties() {
    Settings settings = Settings.read(Map.of());
    assertEquals(8080, settings.port());
    assertEquals("127.0.0.1", settings.host());
    assertNull(settings.database().owner());
    assertNull(settings.basemapUrl());
    assertTrue(settings.home().isAbsolute());
  }

  @Test
  void blankIsTheSameAsAbsent() {
    Settings settings = Settings.read(Map.of("PORT", " ", "DATABASE_URL", "", "BASEMAP_URL", ""));
    assertEquals(Settings.read(Map.of()), settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PORT;eighty",
        "PORT;-1",
        "PORT;65536",
        "PORT;99999999999",
        "PUBLIC_URL;ftp://maps.example",
        "PUBLIC_URL;maps.example",
        "PUBLIC_URL;https://maps.example/?x=1",
        "PUBLIC_URL;https://me:hush@maps.example",
        "CONTACT_URL;javascript:alert(1)",
        "CONTACT_URL;mailto:nobody",
        "BASEMAP_URL;https://tiles.example/{z}/{x}",
        "BASEMAP_URL;tiles/{z}/{x}/{y}",
        "LAMPLIGHT_CITIES;/there/is/no/such/folder",
        "PUBLIC_POOL_SIZE;1",
        "STAFF_STATEMENT_TIMEOUT;0"
      })
  void aBadSettingIsNamedAndItsValueIsNotRepeated(String name, String value) {
    Fault fault = assertThrows(
        Fault.class,
        () -> Settings.read(Map.of(name, value, "DATABASE_URL", "postgres://me:hush@db/x")));
    assertEquals(Fault.Kind.INVALID, fault.kind());
    assertTrue(fault.sentence().startsWith(name + ": "), fault.sentence());
    assertFalse(fault.sentence().contains("hush"), fault.sentence());
  }

  @Test
  void aBasemapNeedsItsAttribution() {
    Map<String, String> basemap = Map.of("BASEMAP_URL", "https://t.example/{z}/{x}/{y}.png");
    Fault fault = assertThrows(Fault.class, () -> Settings.read(basemap));
    assertTrue(fault.sentence().startsWith("BASEMAP_ATTRIBUTION: "), fault.sentence());
  }

  @Test
  void slashesAtTheEndOfThePublicAddressGo() {
    Settings settings = Settings.read(Map.of("PUBLIC_URL", "https://maps.example/lamplight//"));
    assertEquals("https://maps.example/lamplight", settings.publicUrl());
  }

  @Test
  void settingsNeverPrintTheDatabasesPassword() {
    Settings settings = Settings.read(
        Map.of("DATABASE_URL", "postgres://me:hush@db/x", "LAMPLIGHT_HOME", "/var/tmp/a b"));
    assertFalse(settings.toString().contains("hush"));
    assertEquals(Path.of("/var/tmp/a b"), settings.home());
  }
}
