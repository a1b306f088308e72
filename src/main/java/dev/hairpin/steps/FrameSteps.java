package dev.hairpin.steps;

import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.ProbeKind;
import dev.hairpin.wire.ProbeShape;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends frames. */
public final class FrameSteps {
  /** RFC 2544 section 9.1 gives frame sizes; these are payloads around them, and around tags. */
  private static final List<Integer> SIZES =
      List.of(
          46, 47, 50, 64, 110, 128, 238, 242, 256, 494, 512, 1_006, 1_024, 1_262, 1_280, 1_480,
          1_492, 1_496, 1_500, 2_030, 4_078, 8_174, 9_000);

  private final CheckScope check;

  public FrameSteps(CheckScope check) {
    this.check = check;
  }

  @When("{actor} sends a unicast frame to {actor}")
  public void unicast(Actor from, Actor to) throws IOException, InterruptedException {
    Member sender = from.on(check.uplink());
    Member receiver = to.on(check.uplink());
    send(
        sender, Optional.of(receiver), receiver.mac(), "unicast from %s to %s".formatted(from, to));
  }

  @When("the host sends a unicast frame from its macvlan interface to {actor}")
  public void unicastFromMacvlan(Actor to) throws IOException, InterruptedException {
    unicast(Actor.HOST_MACVLAN, to);
  }

  @When("{actor} sends a unicast frame to an address that nobody has")
  public void unknownUnicast(Actor from) throws IOException, InterruptedException {
    send(
        from.on(check.uplink()),
        Optional.empty(),
        check.uplink().nobody(),
        "unicast from %s to an address that nobody has".formatted(from));
  }

  @When("{actor} sends a broadcast frame")
  public void broadcast(Actor from) throws IOException, InterruptedException {
    send(
        from.on(check.uplink()),
        Optional.empty(),
        MacAddress.BROADCAST,
        "broadcast from %s".formatted(from));
  }

  @When("{actor} sends a multicast frame to group {group}")
  public void multicast(Actor from, MacAddress group) throws IOException, InterruptedException {
    send(
        from.on(check.uplink()),
        Optional.empty(),
        group,
        "multicast from %s to %s".formatted(from, group));
  }

  @When("{actor} sends unicast frames of sizes from the smallest to the MTU to {actor}")
  public void manySizes(Actor from, Actor to) throws IOException, InterruptedException {
    int mtu = check.uplink().nicFacts().mtu();
    List<Sending> sendings = new ArrayList<>();
    SIZES.stream()
        .filter(size -> size < mtu - 1)
        .forEach(size -> sendings.add(sized(from, to, size)));
    sendings.add(sized(from, to, mtu - 1));
    sendings.add(sized(from, to, mtu));
    check.measurements().put("largest-payload-octets", (double) mtu);
    check.send(sent(from, to), sendings);
  }

  private Sending sized(Actor from, Actor to, int octets) {
    return shaped(
        from, to, "%d octets of payload".formatted(octets), ProbeShape.PLAIN.sized(octets));
  }

  @When(
      "{actor} sends a unicast frame of each of the types {kind}, {kind}, {kind}, {kind} and {kind} to {actor}")
  public void eachType(
      Actor from,
      ProbeKind one,
      ProbeKind two,
      ProbeKind three,
      ProbeKind four,
      ProbeKind five,
      Actor to)
      throws IOException, InterruptedException {
    List<Sending> sendings = new ArrayList<>();
    for (ProbeKind kind : List.of(one, two, three, four, five)) {
      sendings.add(shaped(from, to, kind.words(), ProbeShape.of(kind)));
    }
    check.send(sent(from, to), sendings);
  }

  @When(
      "{actor} sends a broadcast frame of each of the types {kind}, {kind}, {kind}, {kind} and {kind}")
  public void broadcastOfEachType(
      Actor from, ProbeKind one, ProbeKind two, ProbeKind three, ProbeKind four, ProbeKind five)
      throws IOException, InterruptedException {
    Member sender = from.on(check.uplink());
    List<Sending> sendings = new ArrayList<>();
    for (ProbeKind kind : List.of(one, two, three, four, five)) {
      sendings.add(
          Sending.of(
                  check.title("broadcast from %s, %s".formatted(from, kind.words())),
                  sender.station(),
                  MacAddress.BROADCAST)
              .shaped(ProbeShape.of(kind)));
    }
    check.send(new CheckScope.Sent(sender, Optional.empty(), true), sendings);
  }

  private CheckScope.Sent sent(Actor from, Actor to) throws IOException {
    return new CheckScope.Sent(from.on(check.uplink()), Optional.of(to.on(check.uplink())), false);
  }

  private Sending shaped(Actor from, Actor to, String what, ProbeShape shape) {
    try {
      return Sending.of(
              check.title("unicast from %s to %s, %s".formatted(from, to, what)),
              from.on(check.uplink()).station(),
              to.on(check.uplink()).mac())
          .shaped(shape);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @When("{actor} sends a frame to each of the addresses 01-80-C2-00-00-00 to 01-80-C2-00-00-0F")
  public void reservedAddresses(Actor from) throws IOException, InterruptedException {
    Member sender = from.on(check.uplink());
    List<Sending> sendings = new ArrayList<>();
    for (long last = 0; last <= 0xF; last++) {
      MacAddress address = MacAddress.of(MacAddress.FIRST_RESERVED.value() + last);
      sendings.add(
          Sending.of(
                  check.title("frame from %s to %s".formatted(from, address)),
                  sender.station(),
                  address)
              // No bridge forwards a fence to these.
              .closedBy(MacAddress.BROADCAST));
    }
    check.send(new CheckScope.Sent(sender, Optional.empty(), true), sendings);
    check.assume("the fence was a broadcast, for frames to these addresses reach no upstream");
  }

  @When("{actor} sends {int} numbered frames to {actor} at full speed")
  public void burst(Actor from, int count, Actor to) throws IOException, InterruptedException {
    NumberedFrames.require(check, from, count, to);
    check.burst(
        check
            .uplink()
            .burst(
                check.title("%d frames from %s to %s at full speed".formatted(count, from, to)),
                from.on(check.uplink()),
                to.on(check.uplink()),
                count));
  }

  @When("{actor} and {actor} send {int} unicast frames to each other in turn")
  public void interleaved(Actor first, Actor second, int count)
      throws IOException, InterruptedException {
    check.requireSome(count, "frames");
    Member one = first.on(check.uplink());
    Member two = second.on(check.uplink());
    List<Sending> sendings = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      sendings.add(sending(one, two, number));
      sendings.add(sending(two, one, number));
    }
    check.send(new CheckScope.Sent(one, Optional.of(two), false), sendings);
  }

  private Sending sending(Member from, Member to, int number) {
    return Sending.of(
        check.title("unicast %d from %s to %s".formatted(number, from.words(), to.words())),
        from.station(),
        to.mac());
  }

  private void send(Member from, Optional<Member> to, MacAddress destination, String what)
      throws IOException, InterruptedException {
    check.send(
        new CheckScope.Sent(from, to, destination.isGroup()),
        List.of(Sending.of(check.title(what), from.station(), destination)));
  }
}
