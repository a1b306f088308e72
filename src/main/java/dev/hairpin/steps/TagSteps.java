package dev.hairpin.steps;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UndecidedException;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.ProbeShape;
import dev.hairpin.wire.VlanTag;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Frames with VLAN tags. */
public final class TagSteps {
  /** A VLAN that no trunk carries but one that takes every tag for payload. */
  private static final int UNLIKELY = 3_999;

  /** IEEE 802.1Q table 9-2: 4095 is reserved, and is never in a tag. */
  private static final int LAST_VLAN = 4_094;

  private final CheckScope check;

  public TagSteps(CheckScope check) {
    this.check = check;
  }

  @Given("the port carries frames tagged for VLAN {int}")
  public void carries(int vlan) throws IOException, InterruptedException {
    requireVlan(vlan);
    if (!passes(vlan)) {
      if (!comesOut("untagged broadcast from A", ProbeShape.PLAIN)) {
        throw new UndecidedException(
            "neither a broadcast tagged for VLAN %d nor an untagged one came back or to the upstream. Next: look at the cable, and at the port on the switch"
                .formatted(vlan));
      }
      throw new TestAbortedException(
          "the port carries no frames tagged for VLAN %d: a tagged broadcast came neither back nor to the upstream. Next: make the port a trunk with that VLAN, where it is meant to be one"
              .formatted(vlan));
    }
  }

  private void requireVlan(int vlan) {
    check.require(
        vlan >= 0 && vlan <= LAST_VLAN,
        "%d is no VLAN that a tag may have: 0 to %d".formatted(vlan, LAST_VLAN));
  }

  private boolean passes(int vlan) throws IOException, InterruptedException {
    return comesOut(
        "broadcast from A tagged for VLAN %d".formatted(vlan),
        ProbeShape.PLAIN.tagged(VlanTag.of(vlan, 0)));
  }

  /** Whether a broadcast comes out anywhere, whatever became of its tag. */
  private boolean comesOut(String what, ProbeShape shape) throws IOException, InterruptedException {
    Member sender = Actor.A.on(check.uplink());
    check.send(
        new CheckScope.Sent(sender, Optional.empty(), true),
        List.of(
            Sending.of(check.title(what), sender.station(), MacAddress.BROADCAST).shaped(shape)));
    Trial trial = check.trials().get(0);
    check.forgetTrials();
    return check.uplink().log().of(trial.probe().number()).stream()
        .map(each -> each.point().kind())
        .anyMatch(kind -> kind == CapturePoint.Kind.NIC_IN || kind == CapturePoint.Kind.UPSTREAM);
  }

  @When("{actor} sends a unicast frame tagged for VLAN {int} to {actor}")
  public void taggedUnicast(Actor from, int vlan, Actor to)
      throws IOException, InterruptedException {
    Member receiver = to.on(check.uplink());
    String what = "unicast from %s to %s, tagged for VLAN %d".formatted(from, to, vlan);
    sendTagged(from, Optional.of(receiver), receiver.mac(), what, vlan, ProbeShape.PLAIN);
  }

  @When(
      "{actor} sends a unicast frame as long as the MTU allows, tagged for VLAN {int}, to {actor}")
  public void taggedAndLong(Actor from, int vlan, Actor to)
      throws IOException, InterruptedException {
    Member receiver = to.on(check.uplink());
    int mtu = check.uplink().nicFacts().mtu();
    String what =
        "unicast from %s to %s, %d octets of payload, tagged for VLAN %d"
            .formatted(from, to, mtu, vlan);
    ProbeShape longest = ProbeShape.PLAIN.sized(mtu);
    sendTagged(from, Optional.of(receiver), receiver.mac(), what, vlan, longest);
  }

  @When("{actor} sends a broadcast frame tagged for VLAN {int}")
  public void taggedBroadcast(Actor from, int vlan) throws IOException, InterruptedException {
    String what = "broadcast from %s, tagged for VLAN %d".formatted(from, vlan);
    sendTagged(from, Optional.empty(), MacAddress.BROADCAST, what, vlan, ProbeShape.PLAIN);
  }

  private void sendTagged(
      Actor from,
      Optional<Member> to,
      MacAddress destination,
      String what,
      int vlan,
      ProbeShape shape)
      throws IOException, InterruptedException {
    requireVlan(vlan);
    Member sender = from.on(check.uplink());
    check.send(
        new CheckScope.Sent(sender, to, destination.isGroup()),
        List.of(
            Sending.of(check.title(what), sender.station(), destination)
                .shaped(shape.tagged(VlanTag.of(vlan, 0)))));
  }

  @When("{actor} sends {actor} a unicast frame with each of these tags")
  public void tagged(Actor from, Actor to, DataTable tags)
      throws IOException, InterruptedException {
    Member sender = from.on(check.uplink());
    Member receiver = to.on(check.uplink());
    boolean transparent = passes(UNLIKELY);
    List<Sending> sendings = new ArrayList<>();
    for (Map<String, String> row : Cells.rows(tags, "VLAN", "PCP", "DEI")) {
      VlanTag tag =
          new VlanTag(
              VlanTag.CUSTOMER,
              Cells.number(row, "PCP", 7),
              Cells.number(row, "DEI", 1) == 1,
              Cells.number(row, "VLAN", LAST_VLAN));
      if (tag.vlanId() == 0 && !transparent) {
        check.assume(
            "the port is a trunk: a bridge that knows VLANs takes a priority tag off (IEEE 802.1Q 6.9), so frames with one were not tried");
        continue;
      }
      sendings.add(
          Sending.of(
                  check.title("unicast from %s to %s, %s".formatted(from, to, tag)),
                  sender.station(),
                  receiver.mac())
              .shaped(ProbeShape.PLAIN.tagged(tag)));
    }
    check.send(new CheckScope.Sent(sender, Optional.of(receiver), false), sendings);
  }
}
