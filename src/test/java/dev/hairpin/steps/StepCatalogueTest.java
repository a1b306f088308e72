package dev.hairpin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.junit.jupiter.api.Test;

class StepCatalogueTest {
  @Test
  void listsEveryStepOfThePackage() {
    long annotated =
        new ClassFileImporter()
            .importPackages("dev.hairpin.steps").stream()
                .map(JavaClass::reflect)
                .flatMap(each -> java.util.Arrays.stream(each.getDeclaredMethods()))
                .mapToLong(
                    each ->
                        each.getAnnotationsByType(Given.class).length
                            + each.getAnnotationsByType(When.class).length
                            + each.getAnnotationsByType(Then.class).length)
                .sum();

    assertThat(StepCatalogue.steps()).hasSize((int) annotated).hasSizeGreaterThan(30);
  }

  @Test
  void tellsWhatParametersTake() {
    assertThat(StepCatalogue.parameters())
        .extracting(StepCatalogue.Parameter::name)
        .contains("actor", "station", "mode", "relay", "group");
  }
}
