package dev.hairpin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckIdsTest {
  private final List<FoundScenario> found = new ArrayList<>();
  private int line;

  private FoundScenario found(String name, List<String> own, String... inherited) {
    line++;
    FoundScenario scenario =
        new FoundScenario("own.feature", line, line, name, own, List.of(inherited));
    found.add(scenario);
    return scenario;
  }

  private void outline(List<String> own, int rows) {
    int outline = ++line;
    for (int row = 0; row < rows; row++) {
      line++;
      found.add(new FoundScenario("own.feature", outline, line, "row", own, List.of()));
    }
  }

  private List<String> ids() {
    CheckIds ids = CheckIds.of(found);
    return found.stream().map(each -> ids.at(each.uri(), each.line()).id()).toList();
  }

  @Test
  void theTagThatIsNoGroups() {
    found("a claim", List.of("@certification", "@vepa-broadcast-once", "@guest"), "@vepa");
    assertThat(ids()).containsExactly("vepa-broadcast-once");
  }

  @Test
  void theFirstThatNoOtherScenarioCarries() {
    found("one", List.of("@smoke", "@mine-one"));
    found("two", List.of("@smoke", "@mine-two", "@nightly"));
    assertThat(ids()).containsExactly("mine-one", "mine-two");
  }

  @Test
  void itsOwnBeforeItsFeatures() {
    found("one", List.of("@mine-one"), "@smoke");
    assertThat(ids()).containsExactly("mine-one");
    found("two", List.of("@mine-two"), "@smoke");
    assertThat(ids()).containsExactly("mine-one", "mine-two");
  }

  @Test
  void theLastOfItsOwnWithANumberWhereAllAreShared() {
    found("one", List.of("@smoke", "@rack"), "@lab");
    found("two", List.of("@rack", "@smoke"), "@lab");
    found("three", List.of("@rack", "@smoke"), "@lab");
    found("four", List.of("@guest"), "@lab");
    assertThat(ids()).containsExactly("rack", "smoke", "smoke-2", "lab");
  }

  @Test
  void noNumberMakesTheNameOfAnother() {
    found("one", List.of("@smoke"));
    found("two", List.of("@smoke"));
    found("three", List.of("@smoke-2"));
    assertThat(ids()).containsExactly("smoke", "smoke-3", "smoke-2");
  }

  @Test
  void whateverOrderTheyAreFoundIn() {
    FoundScenario first = found("one", List.of("@smoke"));
    FoundScenario second = found("two", List.of("@smoke"));
    found.clear();
    found.add(second);
    found.add(first);
    assertThat(ids()).containsExactly("smoke-2", "smoke");
  }

  @Test
  void rowsOfAnOutlineAreOneScenario() {
    outline(List.of("@smoke", "@mine"), 3);
    found("two", List.of("@smoke", "@mine-3"));
    outline(List.of("@smoke"), 2);

    assertThat(ids()).containsExactly("mine", "mine-2", "mine-4", "mine-3", "smoke", "smoke-2");
    CheckIds ids = CheckIds.of(found);
    assertThat(found.subList(0, 3))
        .extracting(each -> ids.at(each.uri(), each.line()))
        .allMatch(each -> each.isMeantBy("mine") && each.isMeantBy(each.id()))
        .filteredOn(each -> each.isMeantBy("mine-2"))
        .hasSize(1);
  }

  @Test
  void aNumberIsNoRowAndAWaiverOfTheFirstMeansNoOther() {
    found("one", List.of("@smoke"));
    FoundScenario second = found("two", List.of("@smoke"));
    assertThat(CheckIds.of(found).at(second.uri(), second.line()).isMeantBy("smoke")).isFalse();
  }

  @Test
  void madeOfTheScenariosNameWhereNoTagNamesIt() {
    found("Our rack: VEPA, twice!", List.of("@vepa"));
    found("…", List.of());
    found("…", List.of());
    assertThat(ids()).containsExactly("our-rack-vepa-twice", "check", "check-2");
  }
}
