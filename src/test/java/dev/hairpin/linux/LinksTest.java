package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.wire.MacAddress;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final MacAddress MAC = MacAddress.parse("02:48:50:01:00:01");
  private static final MacAddress GROUP = MacAddress.parse("01:00:5e:01:02:03");

  private VethPair pair;
  private Links links;

  @BeforeEach
  void open() throws IOException {
    pair = new VethPair("run-1");
    links = new Links(pair.shell, "run-1");
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
  }

  private AddedLink macvtap(String name, String mode) throws IOException {
    return links.add(NewLink.macvtap("eth3", name, Optional.of(MAC), mode));
  }

  @Test
  void makesAMacvtapAsWanted() throws IOException {
    AddedLink added = macvtap("mt1", "private");

    LinkFacts facts = links.facts("mt1");
    assertThat(facts.index()).isEqualTo(added.index()).isBetween(1 << 20, 1 << 30);
    assertThat(facts.mac()).isEqualTo(MAC).isEqualTo(added.mac());
    assertThat(facts.kind()).contains("macvtap");
    assertThat(facts.mode()).contains("private");
    assertThat(facts.lower()).contains("eth3");
    assertThat(facts.alias()).contains("hairpin run-1");
    assertThat(facts.up()).isTrue();
    assertThat(links.labelled()).containsExactly("mt1");
    assertThat(added.device()).isPresent();
  }

  @Test
  void theHostItselfSendsNothingOnIt() throws IOException {
    pair.shell.run("sysctl -qw net.ipv6.conf.default.disable_ipv6=0").require();
    macvtap("mt1", "vepa");

    assertThat(pair.shell.run("ip -6 addr show dev mt1").require()).isBlank();
    assertThat(pair.shell.run("cat /sys/class/net/mt1/statistics/tx_packets").require())
        .isEqualTo("0\n");
  }

  @Test
  void changesTheModeInPlace() throws IOException {
    AddedLink added = macvtap("mt1", "vepa");
    for (String mode : new String[] {"bridge", "private", "vepa"}) {
      links.setMode("mt1", "macvtap", mode);
      assertThat(links.facts("mt1").mode()).contains(mode);
    }
    assertThat(links.facts("mt1").index()).isEqualTo(added.index());
  }

  @Test
  void saysTheKernelsWordsWhenItRefuses() throws IOException {
    AddedLink first = macvtap("mt1", "passthru");

    assertThat(first.mac()).isEqualTo(links.facts("eth3").mac()).isNotEqualTo(MAC);
    assertThatThrownBy(() -> macvtap("mt2", "vepa"))
        .isInstanceOf(LinkRefusedException.class)
        .hasMessageContainingAll("macvtap", "vepa", "eth3")
        .extracting(failed -> ((LinkRefusedException) failed).reason())
        .asString()
        .containsAnyOf("Invalid argument", "busy");
    assertThat(links.names()).doesNotContain("mt2");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws IOException {
    macvtap("mt1", "vepa");

    assertThatThrownBy(() -> macvtap("mt1", "vepa")).hasMessageContaining("File exists");
  }

  @Test
  void deletesAndDeletesAgain() throws IOException {
    macvtap("mt1", "vepa");
    links.delete("mt1");
    links.delete("mt1");

    assertThat(links.names()).doesNotContain("mt1");
    assertThat(links.labelled()).isEmpty();
  }

  @Test
  void makesAMacvlanForTheHost() throws IOException {
    AddedLink added = links.add(NewLink.macvlan("eth3", "mv1", Optional.empty(), "bridge"));

    assertThat(added.device()).isEmpty();
    assertThat(links.facts("mv1").kind()).contains("macvlan");
  }

  @Test
  void joinsAndLeavesAGroup() throws IOException {
    macvtap("mt1", "vepa");
    links.joinGroup("mt1", GROUP);
    links.joinGroup("mt1", GROUP);
    assertThat(pair.shell.run("ip maddr show dev mt1").require()).contains(GROUP.toString());

    links.leaveGroup("mt1", GROUP);
    assertThat(pair.shell.run("ip maddr show dev mt1").require()).doesNotContain(GROUP.toString());
  }

  @Test
  void factsOfANic() throws IOException {
    LinkFacts facts = links.facts("eth3");

    assertThat(facts.driver()).isEqualTo("veth");
    assertThat(facts.mtu()).isEqualTo(1500);
    assertThat(facts.carrier()).isTrue();
    assertThat(facts.operstate()).isEqualTo("UP");
    assertThat(facts.promiscuity()).isZero();

    pair.switchShell.run("ip link set swp1 down").require();
    assertThat(links.facts("eth3").carrier()).isFalse();
  }

  @Test
  void namesTheNicsThereAreWhenOneIsMissing() {
    assertThatThrownBy(() -> links.facts("eth9")).hasMessageContainingAll("eth9", "eth3", "eth4");
  }

  @Test
  void theNicListsItsStations() throws IOException {
    assertThat(links.unicastFilter("eth3")).isEmpty();
    macvtap("mt1", "vepa");

    assertThat(links.unicastFilter("eth3")).containsExactly(MAC);
  }
}
