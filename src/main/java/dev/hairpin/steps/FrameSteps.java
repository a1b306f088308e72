package dev.hairpin.steps;

import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends frames. */
public final class FrameSteps {
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

  @When("{actor} and {actor} send {int} unicast frames to each other in turn")
  public void interleaved(Actor first, Actor second, int count)
      throws IOException, InterruptedException {
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
