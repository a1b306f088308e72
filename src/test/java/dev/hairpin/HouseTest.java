package dev.hairpin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house: each package is one floor, and imports run downwards only. */
class HouseTest {
  private static final String BASE = "dev.hairpin";

  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("yaml", 0),
          Map.entry("wire", 1),
          Map.entry("switches", 1),
          Map.entry("linux", 2),
          Map.entry("host", 3),
          Map.entry("capture", 3),
          Map.entry("verdict", 4),
          Map.entry("lab", 5),
          Map.entry("steps", 6),
          Map.entry("report", 6),
          Map.entry("embedded", 6),
          Map.entry("run", 7),
          Map.entry("history", 7),
          Map.entry("suite", 8),
          Map.entry("bench", 8),
          Map.entry("certify", 8),
          Map.entry("cli", 9),
          Map.entry("", 10));

  /** {@code switches} speaks of MAC addresses: the one pair on one floor, in one direction. */
  private static final String ON_ONE_FLOOR = "switches to wire";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void theHouseIsThere() {
    assertThat(CLASSES.size()).isGreaterThan(400);
  }

  @Test
  void everyPackageHasAFloor() {
    assertThat(CLASSES).allSatisfy(each -> assertThat(FLOORS).containsKey(floor(each)));
  }

  @Test
  void importsRunDownwards() {
    classes().should(importDownwardsOnly()).check(CLASSES);
  }

  @Test
  void noPackagesGoInCircles() {
    SlicesRuleDefinition.slices()
        .matching(BASE + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES)
        .filteredOn(each -> !floor(each).isEmpty() && !isGenerated(each))
        .allSatisfy(
            each -> assertThat(each.getPackage().isAnnotatedWith(NullMarked.class)).isTrue());
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE, BASE + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void theJudgeHasNoClockAndNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + ".verdict..", BASE + ".wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.nio.channels..")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void namesAreTheFields() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> importDownwardsOnly() {
    return new ArchCondition<>("import downwards only") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        from.getDirectDependenciesFromSelf().stream()
            .map(each -> each.getTargetClass().getBaseComponentType())
            .filter(to -> to.getPackageName().startsWith(BASE))
            .filter(to -> !floor(to).equals(floor(from)))
            .filter(to -> !(floor(from) + " to " + floor(to)).equals(ON_ONE_FLOOR))
            .filter(to -> FLOORS.get(floor(to)) >= FLOORS.get(floor(from)))
            .forEach(
                to ->
                    events.add(
                        SimpleConditionEvent.violated(
                            from, from.getName() + " imports upwards: " + to.getName())));
      }
    };
  }

  private static String floor(JavaClass each) {
    String rest = each.getPackageName().substring(BASE.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
  }

  private static boolean isGenerated(JavaClass each) {
    return each.getPackageName().startsWith(BASE + ".report.templates");
  }
}
