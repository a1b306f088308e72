package dev.hairpin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embedded labs by hand. */
class LabsUpIT {
  @TempDir private Path folder;

  private static String[] show(String lab) {
    return new String[] {"switch", "show", "--lab", lab, "--uplink", "tor1"};
  }

  @Test
  void ofSeveralLabsNoneIsPickedInSilence() throws Exception {
    try (Hairpin hairpin = Hairpin.in(folder)) {
      assertThat(hairpin.run("lab", "up").exits(0).out()).contains("--lab embedded --uplink tor1");
      hairpin.run(show("embedded")).exits(0);
      String second = hairpin.run("lab", "up", "--lab", "embedded-snmp").exits(0).out();

      List<String> ids = hairpin.runsLeft().stream().sorted().toList();
      assertThat(second).contains("--lab " + ids.get(1) + " --uplink tor1");
      assertThat(hairpin.run(show("embedded")).exits(2).err())
          .contains("several labs 'embedded' are up (" + String.join(", ", ids) + ")")
          .contains("Next: name one by its id, such as --lab " + ids.get(1));
      for (String id : ids) {
        assertThat(hairpin.run(show(id)).exits(0).out()).contains("reflective-relay   off");
      }
      hairpin.run("switch", "on", "--lab", ids.get(0), "--uplink", "tor1").exits(0);
      assertThat(hairpin.run(show(ids.get(0))).exits(0).out()).contains("reflective-relay   on");
      assertThat(hairpin.run(show(ids.get(1))).exits(0).out()).contains("reflective-relay   off");

      assertThat(hairpin.run("run", "--lab", ids.get(0)).exits(2).err()).contains("is the id of");
      hairpin.run("lab", "down", ids.get(1)).exits(0);
      hairpin.run(show("embedded")).exits(0);
      assertThat(hairpin.run(show(ids.get(1))).exits(3).err()).contains("hairpin lab list");
      hairpin.run("lab", "down", "--all").exits(0);
      for (String id : ids) {
        Leftovers.assertNone(id);
      }
    }
  }
}
