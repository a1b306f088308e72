package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.DhcpMessage;
import dev.hairpin.wire.MacAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was seen of a guest that asks for an address by DHCP (RFC 2131 section 3.1): its messages go
 * out of the NIC to the upstream, the answers come in at the NIC and go to the guest.
 *
 * @param sightings of the time in question
 * @param guest the client
 * @param server the lab's own server; another one may answer too
 * @param nicOut where its messages leave
 * @param nicIn where answers come in
 * @param upstream where its messages arrive
 * @param arrival where the guest receives
 */
record Leasing(
    List<Sighting> sightings,
    MacAddress guest,
    MacAddress server,
    CapturePoint nicOut,
    CapturePoint nicIn,
    CapturePoint upstream,
    CapturePoint arrival) {

  /**
   * Whether the guest got a lease, each message once and unaltered.
   *
   * @param name the guest's
   * @param told the address that the guest itself says it was given
   * @param answers how many answers the lab's own server sent
   */
  Finding leased(String name, Optional<String> told, int answers) {
    Map<ByteBuffer, Integer> left = messages(nicOut, DhcpMessage.Kind::ofClient);
    Map<ByteBuffer, Integer> reached = messages(upstream, DhcpMessage.Kind::ofClient);
    Map<ByteBuffer, Integer> came = messages(nicIn, kind -> !kind.ofClient());
    Map<ByteBuffer, Integer> got = messages(arrival, kind -> !kind.ofClient());
    String claim = "%s gets an address by DHCP from the upstream".formatted(name);
    String seen =
        "%d messages of the guest left the NIC, %d reached the upstream; %d answers came in, %d reached the guest"
            .formatted(
                Conversation.total(left),
                Conversation.total(reached),
                Conversation.total(came),
                Conversation.total(got));
    if (left.isEmpty()) {
      return Finding.inconclusive(claim, "the guest sent no DHCP message: " + seen);
    }
    if (!messages(arrival, DhcpMessage.Kind::ofClient).isEmpty()) {
      return Finding.failed(
          claim, Diagnosis.RETURNED_TO_SENDER, "the guest heard its own message; " + seen);
    }
    Optional<Finding> wrong =
        each(claim, seen, left, reached).or(() -> each(claim, seen, came, got));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    if (came.isEmpty() && answers == 0) {
      return Finding.inconclusive(claim, "nobody answered: " + seen);
    }
    int own = ownAnswers();
    if (own != answers) {
      return Finding.failed(
          claim,
          own > answers ? Diagnosis.DUPLICATE : Diagnosis.LOST,
          "the upstream sent %d answers, of which %d came in; %s".formatted(answers, own, seen));
    }
    return given(claim, seen, told);
  }

  private int ownAnswers() {
    return (int)
        sightings.stream()
            .filter(each -> each.point().equals(nicIn))
            .flatMap(each -> DhcpMessage.of(each.frame()).stream())
            .filter(message -> message.client().equals(guest) && !message.kind().ofClient())
            .filter(message -> MacAddress.of(message.frame(), 6).equals(server))
            .count();
  }

  private Map<ByteBuffer, Integer> messages(CapturePoint at, Predicate<DhcpMessage.Kind> which) {
    Map<ByteBuffer, Integer> counts = new HashMap<>();
    for (Sighting each : sightings) {
      if (each.point().equals(at)) {
        DhcpMessage.of(each.frame())
            .filter(message -> message.client().equals(guest) && which.test(message.kind()))
            .ifPresent(message -> counts.merge(ByteBuffer.wrap(message.frame()), 1, Integer::sum));
      }
    }
    return counts;
  }

  /** What is wrong with messages that were seen here and then there. */
  private static Optional<Finding> each(
      String claim, String seen, Map<ByteBuffer, Integer> here, Map<ByteBuffer, Integer> there) {
    if (!here.keySet().containsAll(there.keySet())) {
      return Optional.of(
          Finding.failed(claim, Diagnosis.ALTERED, "a message was changed on its way; " + seen));
    }
    if (Conversation.exceeds(there, here)) {
      return Optional.of(Finding.failed(claim, Diagnosis.DUPLICATE, seen));
    }
    return here.equals(there)
        ? Optional.empty()
        : Optional.of(Finding.failed(claim, Diagnosis.LOST, seen));
  }

  /** What the guest was given by what reached it, and by its own word. */
  private Finding given(String claim, String seen, Optional<String> told) {
    List<String> acknowledged =
        sightings.stream()
            .filter(each -> each.point().equals(arrival))
            .flatMap(each -> DhcpMessage.of(each.frame()).stream())
            .filter(message -> message.kind() == DhcpMessage.Kind.ACK)
            .filter(message -> message.client().equals(guest))
            .map(message -> message.yours().toString())
            .toList();
    if (told.isPresent() && acknowledged.contains(told.get())) {
      return Finding.passed(claim, "it was given %s; %s".formatted(told.get(), seen));
    }
    return Finding.inconclusive(
        claim,
        "acknowledged were %s, and the guest says that it has %s; %s"
            .formatted(acknowledged, told.orElse("none"), seen));
  }
}
