package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.embedded.ListedLab;
import dev.hairpin.embedded.ListedLab.State;
import dev.hairpin.linux.NetNamespace;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherLabsTest {
  private static ListedLab lab(String id, State state) {
    NetNamespace here = NetNamespace.CURRENT;
    return new ListedLab(id, state, "pid 1", "", here, here, here);
  }

  @Test
  void ofThoseThatAreUpItIsSaidThatTheyAreLeftAlone() {
    ListedLab a = lab("20261125-180000-1a2b", State.KEPT);
    ListedLab b = lab("20261125-180000-3c4d", State.KEPT);

    assertThat(OtherLabs.note(List.of(a)))
        .contains(
            "this run makes a lab of its own; lab 20261125-180000-1a2b, which is up, is left alone");
    assertThat(OtherLabs.note(List.of(a, b)))
        .contains(
            "this run makes a lab of its own; the labs that are up (20261125-180000-1a2b, 20261125-180000-3c4d) are left alone");
  }

  @Test
  void ofNoOthers() {
    assertThat(OtherLabs.note(List.of())).isEmpty();
    assertThat(OtherLabs.note(List.of(lab("20261125-180000-1a2b", State.IN_USE)))).isEmpty();
  }
}
