package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.host.Station;
import dev.hairpin.lab.CaptureRoom;
import dev.hairpin.lab.DhcpServer;
import dev.hairpin.lab.GuestSeat;
import dev.hairpin.lab.GuestTalk;
import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Fence;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Parties;
import dev.hairpin.verdict.Question;
import dev.hairpin.verdict.Stretch;
import dev.hairpin.verdict.Traffic;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Real guests, and what they have to say to each other. */
public final class GuestSteps {
  /** Sends the fences behind the guests' frames: a bare station of the same mode. */
  private static final String FENCING = "C";

  private final CheckScope check;
  private final Map<Traffic, Boolean> worked = new EnumMap<>(Traffic.class);
  private List<GuestSeat> guests = List.of();

  /** Whether unicast between the guests stays inside the host, where no switch can reflect it. */
  private boolean inside;

  private Stretch stretch = new Stretch(0, 0, 0);
  private String circumstances = "";
  private Set<Traffic> tried = Set.of();

  public GuestSteps(CheckScope check) {
    this.check = check;
  }

  @Given("guests A and B in {mode} mode")
  public void guests(MacvtapMode mode) throws IOException {
    check.require(
        mode != MacvtapMode.PASSTHRU,
        "guests can't be in passthru mode here: only one device can have the NIC, and there are two of them. Next: say 'Given station A in passthru mode'");
    guests = check.uplink().guests().use(mode);
    inside = mode == MacvtapMode.BRIDGE;
    check.uplink().stations().exactly(Map.of(FENCING, mode));
  }

  private GuestSeat a() {
    return guest(0);
  }

  private GuestSeat b() {
    return guest(1);
  }

  private GuestSeat guest(int number) {
    check.require(
        !guests.isEmpty(),
        "there are no guests. Next: say 'Given guests A and B in vepa mode' first");
    return guests.get(number);
  }

  private String name(GuestSeat guest) {
    return "guest " + guest.name();
  }

  @Then("duplicate address detection has ended well in both guests")
  public void duplicateAddressDetection() throws IOException {
    long before = check.uplink().log().size();
    Map<GuestSeat, String> said = check.uplink().guests().addressAnew();
    for (GuestSeat each : List.of(a(), b())) {
      String addresses = said.getOrDefault(each, "");
      String claim = "duplicate address detection has ended well in " + name(each);
      String ipv6 =
          addresses.lines().filter(line -> line.contains(each.ipv6())).findFirst().orElse("none");
      boolean failed = addresses.contains("dadfailed");
      boolean usable = addresses.contains(each.ipv6()) && !addresses.contains("tentative");
      if (usable && !failed) {
        check.find(Finding.passed(claim, "its address is " + ipv6.strip()), Grounds.GUEST);
      } else if (failed && heardItself(each, before)) {
        check.find(
            Finding.failed(
                claim,
                Diagnosis.RETURNED_TO_SENDER,
                "it heard its own solicitation and took it for another's: " + ipv6.strip()),
            Grounds.GUEST);
      } else {
        check.find(Finding.inconclusive(claim, "its address is " + ipv6.strip()), Grounds.GUEST);
      }
    }
  }

  private boolean heardItself(GuestSeat guest, long before) {
    return check.uplink().log().from(before).stream()
        .filter(each -> each.point().equals(guest.point()))
        .anyMatch(each -> MacAddress.of(each.frame(), 6).equals(guest.mac()));
  }

  @When("the guests talk to each other")
  public void talk() throws IOException, InterruptedException {
    check.uplink().guests().addressed();
    try (CaptureRoom roomy = check.uplink().roomForTalk()) {
      Beginning before = Beginning.of(check.uplink());
      GuestTalk talk = new GuestTalk(a(), b());
      talk.forget();
      worked.put(Traffic.ICMP4, talk.echo(false));
      worked.put(Traffic.ICMP6, talk.echo(true));
      worked.put(Traffic.ARP, talk.resolved(false) && new GuestTalk(b(), a()).resolved(false));
      worked.put(
          Traffic.NEIGHBOUR_DISCOVERY,
          talk.resolved(true) && new GuestTalk(b(), a()).resolved(true));
      worked.put(Traffic.UDP4, talk.datagram(false));
      worked.put(Traffic.UDP6, talk.datagram(true));
      worked.put(Traffic.TCP4, talk.stream(false));
      worked.put(Traffic.TCP6, talk.stream(true));
      close(before);
    }
  }

  @When("guest A tries to reach guest B with dynamic neighbour entries")
  public void tryDynamic() throws IOException, InterruptedException {
    attempt(false);
  }

  @When("guest A tries to reach guest B with static neighbour entries")
  public void tryStatic() throws IOException, InterruptedException {
    attempt(true);
  }

  private void attempt(boolean known) throws IOException, InterruptedException {
    check.uplink().guests().addressed();
    circumstances =
        check.title("with %s neighbour entries".formatted(known ? "static" : "dynamic"));
    Beginning before = Beginning.of(check.uplink());
    GuestTalk talk = new GuestTalk(a(), b());
    talk.forget();
    tried =
        known
            ? EnumSet.of(Traffic.ICMP4, Traffic.ICMP6)
            : EnumSet.of(Traffic.ARP, Traffic.NEIGHBOUR_DISCOVERY);
    if (known) {
      talk.knowForGood();
    }
    talk.echoBoth();
    talk.forget();
    close(before);
  }

  /** Closes the way behind the guests' frames, of each class, and takes what was seen meanwhile. */
  private void close(Beginning before) throws IOException, InterruptedException {
    Station fencing = check.uplink().stations().member(FENCING).station();
    long end = check.uplink().log().size();
    Fence fence =
        check
            .uplink()
            .fence(
                List.of(
                    Sending.of("guests' unicast", fencing, b().mac()),
                    Sending.of("guests' broadcast", fencing, MacAddress.BROADCAST)));
    check.fenced("all frames of the guests have ended their way", fence);
    if (fence.state() == Fence.State.NO_UPSTREAM) {
      check.assume(fence.detail());
    }
    check.given(before.lossless(check.uplink()));
    stretch = new Stretch(before.sightings(), end, check.uplink().log().size());
  }

  /** How things stood before the guests began. */
  private record Beginning(long sightings, Map<String, Long> dropped) {
    static Beginning of(UplinkSession uplink) throws IOException {
      return new Beginning(uplink.log().size(), uplink.dropped());
    }

    Finding lossless(UplinkSession uplink) throws IOException {
      String claim = "no capture dropped a frame of the guests";
      Map<String, Long> now = uplink.dropped();
      return now.equals(dropped)
          ? Finding.passed(claim, "all drop counters stand still")
          : Finding.inconclusive(
              claim,
              "drop counters went from %s to %s, run it again when this machine is less busy"
                  .formatted(dropped, now));
    }
  }

  private void ask(GuestSeat from, GuestSeat to, Question question) {
    check.ask(
        new Entry.OfQuestion(
            stretch,
            new Parties(
                from.mac(), to.mac(), check.uplink().nicOut(), check.uplink().nicIn(), to.point()),
            question));
  }

  @Then("each frame between the guests leaves the NIC, comes back and arrives once, unaltered")
  public void reflectedOnce() {
    ask(a(), b(), new Question.ReflectedOnce(name(a()), name(b())));
    ask(b(), a(), new Question.ReflectedOnce(name(b()), name(a())));
  }

  @Then("ARP resolves each guest for the other")
  public void arp() {
    worked("ARP resolves each guest for the other", EnumSet.of(Traffic.ARP));
  }

  @Then("neighbour discovery resolves each guest for the other")
  public void neighbourDiscovery() {
    worked(
        "neighbour discovery resolves each guest for the other",
        EnumSet.of(Traffic.NEIGHBOUR_DISCOVERY));
  }

  @Then("ICMP echo is answered over IPv4 and IPv6")
  public void echo() {
    worked("ICMP echo is answered", EnumSet.of(Traffic.ICMP4, Traffic.ICMP6));
  }

  @Then("UDP datagrams arrive over IPv4 and IPv6")
  public void udp() {
    worked("a UDP datagram arrives whole", EnumSet.of(Traffic.UDP4, Traffic.UDP6));
  }

  @Then("TCP streams arrive over IPv4 and IPv6")
  public void tcp() {
    worked("a TCP stream arrives whole", EnumSet.of(Traffic.TCP4, Traffic.TCP6));
  }

  @Then("guest A gets an address by DHCP from the upstream")
  public void lease() throws IOException, InterruptedException {
    check.uplink().guests().addressed();
    Member upstream = check.uplink().upstream();
    Beginning before = Beginning.of(check.uplink());
    Optional<String> told;
    int answers;
    try (DhcpServer server = check.uplink().guests().dhcpServer(a(), upstream.mac())) {
      told = a().lease();
      answers = server.answers();
    }
    close(before);
    check.ask(
        new Entry.OfQuestion(
            stretch,
            new Parties(
                a().mac(),
                upstream.mac(),
                check.uplink().nicOut(),
                check.uplink().nicIn(),
                upstream.point()),
            new Question.Leased(name(a()), a().point(), told, answers)));
  }

  private void worked(String claim, Set<Traffic> kinds) {
    for (Traffic kind : kinds) {
      String which = kinds.size() > 1 ? claim + " (" + kind + ")" : claim;
      ask(a(), b(), new Question.Worked(which, worked.getOrDefault(kind, false), kind));
    }
  }

  @Then("guest B receives nothing from guest A")
  public void isolated() {
    check.require(!tried.isEmpty(), "guest A did not try to reach guest B before this step");
    if (!inside && check.relay().equals(Optional.of(RelayState.OFF))) {
      ask(a(), b(), new Question.NotReflected(name(a()), circumstances));
    }
    ask(a(), b(), new Question.Isolated(name(a()), name(b()), circumstances, tried));
  }

  @Then("each guest sees the MAC address of its macvtap")
  public void sameMac() throws IOException {
    for (GuestSeat each : List.of(a(), b())) {
      String inside = each.run("cat /sys/class/net/eth0/address").require().strip();
      MacAddress outside = check.uplink().macOf(each.guest().link());
      String claim = name(each) + " and the host see the same MAC address on its macvtap";
      String seen = "the guest sees %s, the host %s".formatted(inside, outside);
      check.find(
          MacAddress.parse(inside).equals(outside)
              ? Finding.passed(claim, seen)
              : Finding.failed(claim, Diagnosis.ALTERED, seen),
          Grounds.GUEST);
    }
  }

  @Then("the switch learns each guest's MAC address on the uplink's port")
  public void learned() throws IOException, InterruptedException {
    check.uplink().guests().addressed();
    Beginning before = Beginning.of(check.uplink());
    new GuestTalk(a(), b()).forget();
    new GuestTalk(a(), b()).echoBoth();
    close(before);
    for (GuestSeat each : List.of(a(), b())) {
      check.find(
          Learning.of(
              check.uplink(),
              name(each),
              each.mac(),
              stretch.of(check.uplink().log().from(stretch.from()))));
    }
  }
}
