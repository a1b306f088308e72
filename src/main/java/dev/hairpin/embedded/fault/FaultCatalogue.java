package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.fault.FaultKind.Argument;
import dev.hairpin.embedded.plane.Exit;
import dev.hairpin.embedded.plane.Fault;
import dev.hairpin.embedded.plane.Frame;
import dev.hairpin.embedded.plane.Passage;
import dev.hairpin.embedded.plane.Port;
import dev.hairpin.embedded.plane.Port.Role;
import dev.hairpin.wire.EtherTypes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Every fault there is. */
public final class FaultCatalogue {
  private static final Argument OCTETS = new Argument("octets", 4, 1, 64);
  private static final Argument SIZE = new Argument("octets", 1000, 60, 65_535);
  private static final Argument LATE = new Argument("milliseconds", 100, 1, 10_000);
  private static final Argument SETTING_LATE = new Argument("milliseconds", 300, 1, 10_000);
  private static final Argument BARELY_LATE = new Argument("milliseconds", 5, 1, 10_000);
  private static final Argument ONE_IN = new Argument("frames", 1000, 2, 1_000_000);
  private static final Argument SWAPPED = new Argument("frames", 100, 2, 1_000_000);
  private static final Argument LEAKED = new Argument("frames", 1, 1, 1_000);
  private static final Argument RATE = new Argument("frames", 2000, 1, 1_000_000);
  private static final Argument ADDRESSES = new Argument("addresses", 64, 2, 100_000);

  private static final List<FaultKind> ALL =
      List.of(
          FaultKind.of("none", "does nothing wrong: the control for all the others", Fault.NONE),
          FaultKind.of(
              "never-reflects",
              "says that reflective relay is on, and never reflects",
              Faults.reflecting((frame, setting) -> false)),
          FaultKind.of(
              "always-reflects",
              "reflects whatever is set",
              Faults.reflecting((frame, setting) -> true)),
          FaultKind.of(
              "stays-on",
              "says that it is off again, and goes on reflecting",
              Faults.reflecting((frame, setting) -> setting.everOn())),
          with(
              "late-setting",
              SETTING_LATE,
              "does what is set a while after it says so",
              millis -> Faults.reflecting(new LateSetting(Duration.ofMillis(millis)))),
          FaultKind.of(
              "forgets-after-flap",
              "sets reflective relay off when the link goes down",
              new ForgetsAfterFlap()),
          FaultKind.of(
              "toggles-neighbour",
              "sets the bystander's port too",
              new NeighbourToo(new Port("swp3", Role.BYSTANDER))),
          FaultKind.of(
              "reflects-twice",
              "reflects each frame twice",
              Faults.passing(Passage::reflected, FaultCatalogue::twice)),
          FaultKind.of(
              "only-unicast",
              "reflects no broadcast and no multicast",
              Faults.reflectingOnly(frame -> !frame.group())),
          FaultKind.of(
              "only-broadcast", "reflects no unicast", Faults.reflectingOnly(Frame::group)),
          FaultKind.of(
              "only-ipv4",
              "reflects IPv4 and nothing else",
              Faults.reflectingOnly(frame -> ofType(frame, EtherTypes.IPV4))),
          FaultKind.of(
              "no-arp-broadcast",
              "reflects no broadcast of ARP",
              Faults.reflectingOnly(
                  frame -> !(frame.destination().isBroadcast() && ofType(frame, EtherTypes.ARP)))),
          with(
              "large-when-off",
              SIZE,
              "reflects frames of more octets than that whatever is set",
              octets ->
                  Faults.reflecting(
                      (frame, setting) -> setting.relay() || frame.length() > octets)),
          FaultKind.of(
              "unknown-when-off",
              "reflects frames to addresses that it has not learned, whatever is set",
              Faults.addingPorts(
                  (frame, in, out, honest) ->
                      in.uplink() && out.equals(in) && !frame.group() && honest.size() > 1)),
          FaultKind.of(
              "reflects-link-local",
              "reflects frames to the reserved addresses 01-80-C2-00-00-00 to -0F",
              new LinkLocalReflected()),
          FaultKind.of(
              "corrupts",
              "changes one bit of each reflected frame's payload",
              Faults.changing(ByteChanges::corrupt)),
          FaultKind.of(
              "clears-dscp",
              "puts 0 for DSCP and ECN in each reflected frame of IPv4 and IPv6",
              Faults.changing(ByteChanges::clearTrafficClass)),
          with(
              "pads",
              OCTETS,
              "adds octets to each reflected frame",
              octets -> Faults.changing(frame -> ByteChanges.pad(frame, (int) octets))),
          with(
              "cuts",
              OCTETS,
              "takes octets from the end of each reflected frame",
              octets -> Faults.changing(frame -> ByteChanges.cut(frame, (int) octets))),
          FaultKind.of(
              "rewrites-source",
              "puts its own address for the sender's in each reflected frame",
              Faults.changing(ByteChanges::otherSource)),
          FaultKind.of(
              "returns-broadcasts",
              "reflects broadcasts with its own address for the sender's, so that they reach their"
                  + " sender",
              Faults.changing(
                  frame ->
                      frame.destination().isBroadcast() ? ByteChanges.otherSource(frame) : frame)),
          FaultKind.of(
              "multicast-as-unicast",
              "reflects multicast as a unicast copy for each station",
              new UnicastCopies()),
          FaultKind.of(
              "strips-tag",
              "reflects tagged frames without their VLAN tag",
              Faults.changing(TagChanges::strip)),
          FaultKind.of(
              "rewrites-vlan",
              "reflects tagged frames in another VLAN",
              Faults.changing(TagChanges::otherVlan)),
          FaultKind.of(
              "rewrites-priority",
              "reflects tagged frames with another PCP",
              Faults.changing(TagChanges::otherPriority)),
          FaultKind.of(
              "rewrites-dei",
              "reflects tagged frames with the other DEI",
              Faults.changing(TagChanges::otherDropEligibility)),
          with(
              "drops-large",
              SIZE,
              "reflects no frame of more octets than that",
              octets -> Faults.reflectingOnly(frame -> frame.length() <= octets)),
          with(
              "loses",
              ONE_IN,
              "loses one in so many reflected frames",
              nth -> Faults.passing(Passage::reflected, new EveryNth(nth))),
          with(
              "reorders",
              SWAPPED,
              "lets one in so many reflected frames be overtaken by those behind it",
              nth -> Faults.passing(Passage::reflected, new Reordering(nth))),
          with(
              "overloads",
              RATE,
              "reflects no more frames than that in each tenth of a second",
              most -> Faults.passing(Passage::reflected, new Overload(most))),
          FaultKind.of(
              "sends-back-up",
              "sends what comes from the upstream back up to it",
              Faults.addingPorts(
                  (frame, in, out, honest) ->
                      in.role() == Role.UPSTREAM && out.equals(in) && !frame.reserved())),
          FaultKind.of(
              "duplicates-upstream",
              "sends what comes from the upstream down twice",
              Faults.passing(Passage::down, FaultCatalogue::twice)),
          with(
              "leaks-to-bystander",
              LEAKED,
              "sends a copy of one in so many reflected unicast frames to the bystander's port",
              FaultCatalogue::leaking),
          FaultKind.of(
              "floods",
              "sends unicast to every port though it has learned the address",
              Faults.addingPorts(
                  (frame, in, out, honest) ->
                      !out.equals(in) && !frame.group() && !honest.isEmpty())),
          new FaultKind(
              "small-table",
              Optional.of(ADDRESSES),
              "forgets the address that was silent longest when it has learned so many",
              size -> new SmallTable((int) size)),
          with(
              "late-reflection",
              LATE,
              "reflects so late that fences overtake the frames",
              millis ->
                  Faults.passing(
                      Passage::reflected,
                      (frame, exit) -> exit.sendAfter(Duration.ofMillis(millis), frame))),
          with(
              "late-leak",
              LATE,
              "reflects whatever is set, and so late that fences overtake the frames",
              LateLeak::new),
          with(
              "slow-unicast",
              BARELY_LATE,
              "lets reflected unicast wait in a queue that other frames don't stand in",
              millis -> new SlowUnicast(Duration.ofMillis(millis))));

  private FaultCatalogue() {}

  /** Every fault, the honest control first. */
  public static List<FaultKind> all() {
    return ALL;
  }

  private static FaultKind with(
      String name, Argument argument, String summary, LongFunction<Fault> making) {
    return new FaultKind(name, Optional.of(argument), summary, making);
  }

  private static Fault leaking(long nth) {
    AtomicLong count = new AtomicLong();
    return Faults.addingPorts(
        (frame, in, out, honest) ->
            out.role() == Role.BYSTANDER
                && !frame.group()
                && honest.contains(in)
                && count.incrementAndGet() % nth == 0);
  }

  private static void twice(Frame frame, Exit exit) {
    exit.send(frame);
    exit.send(frame);
  }

  private static boolean ofType(Frame frame, int etherType) {
    return frame.view().map(each -> each.etherType() == etherType).orElse(false);
  }
}
