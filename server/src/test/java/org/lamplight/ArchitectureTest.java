package org.lamplight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final Map<String, ArchRule> RULES = new PackageRules("org.lamplight").all();

  @TestFactory
  Stream<DynamicTest> packagesKeepTheirDirections() {
    JavaClasses ours = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.lamplight");
    assertTrue(ours.size() > 20, "the rules saw only " + ours.size() + " classes");
    return RULES.entrySet().stream()
        .map(
            rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(ours)));
  }

  @Test
  void rulesCatchTheStandInsThatBreakThem() {
    JavaClasses bad = new ClassFileImporter().importPackages("org.lamplight.standin");
    Set<String> broken = new TreeSet<>();
    new PackageRules("org.lamplight.standin").all().forEach((sentence, rule) -> {
      if (rule.evaluate(bad).hasViolation()) {
        broken.add(sentence);
      }
    });
    assertEquals(
        new TreeSet<>(Set.of(
            "every package stands in the table",
            "geo uses only what its row names",
            "SQL stays in db and stores",
            "Javalin stays in http, access, routes and app",
            "GeoTools' referencing stays in geo",
            "pure packages have no input or output",
            "pure packages have no clock and no unseeded randomness",
            "package names say something")),
        broken);
  }

  @Test
  void eachRowUsesOnlyRowsAboveItSoThatNoCircleCanForm() {
    Set<String> above = new TreeSet<>();
    PackageTable.rows().forEach((name, uses) -> {
      assertTrue(uses.contains("*") || above.containsAll(uses), name + " looks down: " + uses);
      assertFalse(above.contains(name), name + " has two rows");
      above.add(name);
    });
  }
}
