package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.verdict.Claims;
import dev.hairpin.verdict.Claims.Stranger;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host and a station on its NIC. */
public final class HostSteps {
  private static final String STATION = "A";

  private final CheckScope check;
  private final List<Try> tries = new ArrayList<>();

  /** One frame, and who must not hear it. */
  private record Try(Trial trial, Member deaf) {}

  public HostSteps(CheckScope check) {
    this.check = check;
  }

  @When(
      "the host and a station try to reach each other in each of the modes {mode}, {mode}, {mode} and {mode}")
  public void eachMode(MacvtapMode one, MacvtapMode two, MacvtapMode three, MacvtapMode four)
      throws IOException, InterruptedException {
    for (MacvtapMode mode : List.of(one, two, three, four)) {
      if (mode == MacvtapMode.PASSTHRU) {
        check.uplink().clearNic();
      }
      check.uplink().stations().exactly(Map.of(STATION, mode));
      tryBothWays(mode);
    }
  }

  private void tryBothWays(MacvtapMode mode) throws IOException, InterruptedException {
    UplinkSession uplink = check.uplink();
    Member host = uplink.host();
    Member station = uplink.stations().member(STATION);
    // In passthru mode both have the NIC's own address: only broadcast can be told apart there.
    List<Sending> sendings = new ArrayList<>();
    List<Member> deaf = new ArrayList<>();
    if (mode != MacvtapMode.PASSTHRU) {
      sendings.add(sending("unicast", host, station.mac(), "station", mode));
      deaf.add(station);
      sendings.add(sending("unicast", station, host.mac(), "host", mode));
      deaf.add(host);
    }
    sendings.add(sending("broadcast", host, MacAddress.BROADCAST, "all", mode));
    deaf.add(station);
    sendings.add(sending("broadcast", station, MacAddress.BROADCAST, "all", mode));
    deaf.add(host);
    check.send(new CheckScope.Sent(host, Optional.of(station), false), sendings);
    for (int index = 0; index < deaf.size(); index++) {
      tries.add(new Try(check.trials().get(index), deaf.get(index)));
    }
  }

  private Sending sending(String kind, Member from, MacAddress to, String whom, MacvtapMode mode) {
    return Sending.of(
        check.title(
            "%s from %s to %s, station in %s mode"
                .formatted(kind, from.words(), whom, mode.kernelName())),
        from.station(),
        to);
  }

  @Then("none of their frames arrives")
  public void noneArrives() {
    check.require(!tries.isEmpty(), "nobody tried to reach the other before this step");
    for (Try each : tries) {
      check.expect(each.trial(), Claims.leavesTheNic(check.uplink().nicOut()));
      check.expect(
          each.trial(),
          Claims.doesNotReceive(
              each.deaf().words(), each.deaf().point(), Claims.received(Stranger.HOST)));
    }
  }
}
