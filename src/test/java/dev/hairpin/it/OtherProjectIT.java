package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The suite as a dependency: the README's example is built by Maven, and run. Only for its
 * libraries does it ask the network: that build has no BOM of Cucumber's, and so resolves a range
 * of versions that this project's own never asks for.
 */
class OtherProjectIT {
  private static final long DEADLINE_SECONDS = 240;

  private static final String HOOKS =
      """
      package com.example.rack;

      import io.cucumber.java.After;

      public class RackHooks {
        @After
        public void cold() {
          if (Boolean.getBoolean("rack.hot")) {
            throw new AssertionError("the rack is too hot");
          }
        }
      }
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeTheProject() throws Exception {
    assertThat(ReadmeProject.write(project())).as("files that the README shows").isEqualTo(4);
    Files.writeString(project().resolve("src/test/java/com/example/rack/RackHooks.java"), HOOKS);
    LocalRepository.make(folder.resolve("repository"));
    maven("test-compile").exits(0);
  }

  @AfterAll
  static void removeTheLinks() throws Exception {
    LocalRepository.remove(folder.resolve("repository"));
  }

  private static Path project() {
    return folder.resolve("rack");
  }

  private static RunReport report(String name) throws Exception {
    return RunReport.read(folder.resolve(name));
  }

  private static Command.Finished test(String name, String... words) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("-o", "test", "-Dhairpin.out=" + folder.resolve(name)));
    all.addAll(List.of(words));
    return maven(all.toArray(String[]::new));
  }

  private static Command.Finished maven(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "mvn",
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-f",
                project().resolve("pom.xml").toString()));
    command.addAll(List.of(words));
    Map<String, String> environment = Map.of("HAIRPIN_STATE", folder.resolve("state").toString());
    return Command.finish(
        Files.createTempDirectory(folder, "mvn-"), environment, DEADLINE_SECONDS, command);
  }

  private static void nothingIsLeft(String name) throws Exception {
    assertThat(folder.resolve("state/runs")).isEmptyDirectory();
    Leftovers.assertNone(report(name).runId());
  }

  @Test
  void passesOnAnHonestSwitchAndWritesTheReport() throws Exception {
    assertThat(test("honest").exits(0).out()).contains("Tests run: 2, Failures: 0, Errors: 0");
    assertThat(report("honest").outcomes()).containsExactly(Map.entry("rack-reflects", "passed"));
    assertThat(folder.resolve("honest/report.html")).isNotEmptyFile();
    assertThat(folder.resolve("honest/evidence/rack-reflects-tor1.pcapng")).isNotEmptyFile();
    nothingIsLeft("honest");
  }

  @Test
  void failsOnAFaultySwitchByItsDiagnosis() throws Exception {
    assertThat(test("faulty", "-Dhairpin.fault=never-reflects").exits(1).out())
        .contains("failed on tor1, no-reflection: ")
        .contains("Tests run: 2, Failures: 1, Errors: 0");
    assertThat(report("faulty").outcomes())
        .containsExactly(Map.entry("rack-reflects", "failed no-reflection"));
    nothingIsLeft("faulty");
  }

  @Test
  void runsOnEachUplinkAndAStepOfItsOwnThatFailsIsNoFaultOfTheSwitch() throws Exception {
    assertThat(test("two", "-Dhairpin.uplinks=2").exits(1).out())
        .contains("the inventory says swp1, the lab file swp4");
    assertThat(report("two").checks())
        .extracting(each -> each.at("/uplink").asText() + " " + each.at("/outcome").asText())
        .containsExactlyInAnyOrder("uplink1 passed", "uplink2 inconclusive");
    nothingIsLeft("two");
  }

  @Test
  void aHookOfItsOwnThatFailsLeavesItsScenarioUndecided() throws Exception {
    assertThat(test("hot", "-Drack.hot=true").exits(1).out()).contains("the rack is too hot");
    assertThat(report("hot").outcomes())
        .containsExactly(Map.entry("rack-reflects", "inconclusive"));
    nothingIsLeft("hot");
  }

  @Test
  void aLabThatIsNotThereFailsTheSuiteBeforeAnythingIsChanged() throws Exception {
    assertThat(test("none", "-Dhairpin.lab=embeded").exits(1).out())
        .contains("did you mean 'embedded'?");
    assertThat(test("none", "-Dcucumber.filter.tags=@a and").exits(1).out())
        .contains("'@a and' is not a tag expression");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
