package org.lamplight;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The directions and confinements of README's package table, as rules over the packages below a root. */
final class PackageRules {

  /** Packages of pure computation: no clock, no input or output, no randomness without a seed. */
  static final Set<String> PURE =
      Set.of("fault", "geo", "analysis", "evaluation", "siting", "disclosure", "filter");

  private static final Set<String> NAMES_THAT_SAY_NOTHING =
      Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl");

  private static final Set<String> UNSEEDED =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date");

  private static final Set<String> CLOCK_OR_CHANCE = Set.of(
      "java.security.SecureRandom",
      "java.util.concurrent.ThreadLocalRandom",
      "java.lang.Math.random",
      "java.lang.System.currentTimeMillis",
      "java.lang.System.nanoTime",
      "java.time.Clock.systemUTC",
      "java.time.Clock.systemDefaultZone",
      "java.time.Clock.system",
      "java.util.UUID.randomUUID");

  private final String root;

  PackageRules(String root) {
    this.root = root;
  }

  /** Every rule by its sentence. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("every package stands in the table", everyPackageStandsInTheTable());
    PackageTable.rows().forEach((name, uses) -> {
      if (!uses.contains("*")) {
        rules.put(name + " uses only what its row names", direction(name, uses));
      }
    });
    rules.put("SQL stays in db and stores", sqlStaysInStores());
    rules.put("Javalin stays in http, access, routes and app", javalinStaysInRoutes());
    rules.put("GeoTools' referencing stays in geo", referencingStaysInGeo());
    rules.put("pure packages have no input or output", noInputOrOutput());
    rules.put("pure packages have no clock and no unseeded randomness", noClockNorChance());
    rules.put("package names say something", packageNamesSaySomething());
    return rules;
  }

  private ArchRule everyPackageStandsInTheTable() {
    return classes()
        .that(describe("are below a package", c -> !packageOf(c).isEmpty()))
        .should()
        .resideInAnyPackage(
            PackageTable.rows().keySet().stream().map(this::below).toArray(String[]::new));
  }

  private ArchRule direction(String name, Set<String> uses) {
    DescribedPredicate<JavaClass> others = describe(
        "are of a package that " + name + " may not use",
        c -> !packageOf(c).isEmpty() && !packageOf(c).equals(name) && !uses.contains(packageOf(c)));
    return noClasses()
        .that()
        .resideInAPackage(below(name))
        .should()
        .dependOnClassesThat(others)
        .allowEmptyShould(true);
  }

  private ArchRule sqlStaysInStores() {
    return noClasses()
        .that(describe(
            "are neither in db nor a store",
            c -> !packageOf(c).equals("db") && !outer(c).endsWith("Store")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.jdbi..",
            "org.postgresql..",
            "com.zaxxer..",
            "org.flywaydb..")
        .allowEmptyShould(true);
  }

  private ArchRule javalinStaysInRoutes() {
    return noClasses()
        .that(describe(
            "do not speak HTTP",
            c -> !Set.of("http", "access", "app").contains(packageOf(c))
                && !outer(c).endsWith("Routes")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
        .allowEmptyShould(true);
  }

  private ArchRule referencingStaysInGeo() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(below("geo"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.geotools.referencing..",
            "org.geotools.api.referencing..",
            "org.geotools.grid..",
            "org.geotools.coverage..")
        .allowEmptyShould(true);
  }

  private ArchRule noInputOrOutput() {
    DescribedPredicate<JavaClass> devices = describe(
        "read or write outside the program",
        c -> c.getPackageName().startsWith("java.nio.file")
            || c.getPackageName().startsWith("java.net")
            || c.getPackageName().startsWith("java.util.logging")
            || c.getName().matches("java\\.io\\.(File\\w*|RandomAccessFile|Console|PrintStream)"));
    return noClasses()
        .that()
        .resideInAnyPackage(pure())
        .should()
        .dependOnClassesThat(devices)
        .allowEmptyShould(true);
  }

  private ArchRule noClockNorChance() {
    List<String> packages = new ArrayList<>(List.of(pure()));
    packages.add(below("demo"));
    return noClasses()
        .that()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .should()
        .callCodeUnitWhere(
            describe("ask the clock or chance", call -> clockOrChance(call.getTarget())))
        .allowEmptyShould(true);
  }

  private static boolean clockOrChance(AccessTarget.CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (name.equals("now")) {
      return owner.startsWith("java.time.");
    }
    if (name.equals("<init>") && target.getRawParameterTypes().isEmpty()) {
      return UNSEEDED.contains(owner);
    }
    if (owner.equals("java.util.Collections")) {
      return name.equals("shuffle") && target.getRawParameterTypes().size() == 1;
    }
    return CLOCK_OR_CHANCE.contains(owner) || CLOCK_OR_CHANCE.contains(owner + "." + name);
  }

  private ArchRule packageNamesSaySomething() {
    return noClasses()
        .should()
        .resideInAnyPackage(NAMES_THAT_SAY_NOTHING.stream()
            .map(name -> root + ".." + name + "..")
            .toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private String[] pure() {
    return PURE.stream().map(this::below).toArray(String[]::new);
  }

  private String below(String name) {
    return root + "." + name + "..";
  }

  /** The first name below the root, empty for classes elsewhere. */
  private String packageOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String rest = name.substring(root.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  /** Simple name of the class in whose file it stands. */
  private static String outer(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    int dollar = name.indexOf('$');
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
