package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.MacAddress;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Two stations, each in a mode of its own. */
public final class ModeSteps {
  private static final String ARRIVES = "arrives";
  private static final String STAYS_AWAY = "stays away";

  private final CheckScope check;

  public ModeSteps(CheckScope check) {
    this.check = check;
  }

  @Then("of A's frames to B, by their modes:")
  public void pairings(DataTable table) throws IOException, InterruptedException {
    for (Map<String, String> row : Cells.rows(table, "A", "B", "unicast", "broadcast")) {
      pairing(mode(Cells.of(row, "A")), mode(Cells.of(row, "B")), row);
    }
    check.judgeAll();
  }

  private static MacvtapMode mode(String name) {
    return MacvtapMode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private void pairing(MacvtapMode one, MacvtapMode other, Map<String, String> row)
      throws IOException, InterruptedException {
    UplinkSession uplink = check.uplink();
    Map<String, MacvtapMode> wanted = new LinkedHashMap<>();
    wanted.put("A", one);
    wanted.put("B", other);
    uplink.stations().exactly(wanted);
    Member from = uplink.stations().member("A");
    Member to = uplink.stations().member("B");
    String modes = "A in %s, B in %s mode".formatted(one.kernelName(), other.kernelName());
    List<Trial> trials =
        check.sendAll(
            List.of(
                Sending.of(check.title("unicast from A to B, " + modes), from.station(), to.mac()),
                Sending.of(
                    check.title("broadcast from A, " + modes),
                    from.station(),
                    MacAddress.BROADCAST)));
    boolean inside = one == MacvtapMode.BRIDGE && other == MacvtapMode.BRIDGE;
    Trial unicast = trials.get(0);
    check.expectLater(
        unicast,
        inside
            ? Claims.staysOffTheWire(uplink.nicOut(), false)
            : Claims.leavesTheNic(uplink.nicOut()));
    if (!inside) {
      staysAwayUnlessReflecting(unicast);
    }
    expect(unicast, Cells.of(row, "unicast"), from, to, false);
    Trial broadcast = trials.get(1);
    check.expectLater(broadcast, Claims.leavesTheNic(uplink.nicOut()));
    staysAwayUnlessReflecting(broadcast);
    expect(broadcast, Cells.of(row, "broadcast"), from, to, true);
    check.expectLater(
        broadcast,
        Claims.doesNotReceive("A", from.point(), Claims.received(Claims.Stranger.SENDER)));
  }

  private void staysAwayUnlessReflecting(Trial trial) {
    if (check.relay().equals(Optional.of(RelayState.OFF))) {
      check.expectLater(trial, Claims.staysAway(check.uplink().nicIn()));
    }
  }

  private void expect(Trial trial, String promise, Member from, Member to, boolean group) {
    check.expectLater(
        trial,
        switch (promise) {
          case ARRIVES -> Claims.receives("B", to.point());
          case STAYS_AWAY ->
              Claims.doesNotReceive(
                  "B",
                  to.point(),
                  Claims.received(
                      Strangers.of(to, new CheckScope.Sent(from, Optional.of(to), group))));
          default ->
              throw new IllegalArgumentException(
                  "'%s' is neither '%s' nor '%s'".formatted(promise, ARRIVES, STAYS_AWAY));
        });
  }
}
