package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.MacAddress;
import dev.hairpin.wire.NetworkSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen of the frames that one guest sent, which carry no mark: they are told apart by
 * their bytes, and equal ones are counted. The way must be closed (a fence returned) before any of
 * this is asked.
 *
 * @param sightings of the time in question
 * @param from who sent
 * @param nicOut where they leave
 * @param nicIn where they come back
 * @param arrival where the other guest receives
 */
public record Conversation(
    List<Sighting> sightings,
    MacAddress from,
    MacAddress to,
    CapturePoint nicOut,
    CapturePoint nicIn,
    CapturePoint arrival) {

  private static final int ADDRESSES = 12;

  /** How many frames of a kind were seen at a place, to anybody. */
  public int count(CapturePoint at, Predicate<Traffic> kind) {
    return (int)
        fromHere().stream()
            .filter(each -> each.point().equals(at))
            .filter(each -> kind.test(Traffic.of(each.frame())))
            .count();
  }

  private List<Sighting> fromHere() {
    return sightings.stream().filter(each -> sourceOf(each).equals(from)).toList();
  }

  private Stream<Sighting> left() {
    return fromHere().stream().filter(each -> each.point().equals(nicOut));
  }

  /**
   * What a place saw of the sender, also behind another's MAC address: what a gateway that answers
   * ARP for others routes, or a switch rewrites, reaches the other guest all the same. It is known
   * by the IP address that the sender speaks from, or by every octet of its ARP.
   */
  private List<Sighting> alsoDisguised(CapturePoint at) {
    Set<ByteBuffer> addresses =
        left().flatMap(each -> NetworkSource.of(each.frame()).stream()).collect(Collectors.toSet());
    return sightings.stream()
        .filter(each -> each.point().equals(at))
        .filter(
            each ->
                sourceOf(each).equals(from)
                    || NetworkSource.of(each.frame()).filter(addresses::contains).isPresent())
        .toList();
  }

  /** The same of those alone that came as they left, but for the addresses. */
  private int cameBack() {
    Set<ByteBuffer> left = left().map(Conversation::behindAddresses).collect(Collectors.toSet());
    return (int)
        alsoDisguised(nicIn).stream()
            .filter(each -> sourceOf(each).equals(from) || left.contains(behindAddresses(each)))
            .count();
  }

  private static ByteBuffer behindAddresses(Sighting sighting) {
    byte[] frame = sighting.frame();
    return ByteBuffer.wrap(Arrays.copyOfRange(frame, ADDRESSES, frame.length));
  }

  private static MacAddress sourceOf(Sighting sighting) {
    return MacAddress.of(sighting.frame(), 6);
  }

  private Map<ByteBuffer, Integer> unicast(CapturePoint at) {
    Map<ByteBuffer, Integer> counts = new HashMap<>();
    for (Sighting each : fromHere()) {
      if (each.point().equals(at) && MacAddress.of(each.frame(), 0).equals(to)) {
        counts.merge(ByteBuffer.wrap(each.frame()), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * Whether each unicast frame to the other guest left, came back and arrived as often, byte for
   * byte.
   */
  public Finding reflectedOnce(String sender, String receiver) {
    Map<ByteBuffer, Integer> out = unicast(nicOut);
    Map<ByteBuffer, Integer> in = unicast(nicIn);
    Map<ByteBuffer, Integer> got = unicast(arrival);
    int left = total(out);
    String claim =
        "each frame from %s to %s leaves the NIC, comes back and arrives once, unaltered"
            .formatted(sender, receiver);
    String seen =
        "%d left the NIC, %d came back, %d arrived".formatted(left, total(in), total(got));
    if (left == 0) {
      return Finding.inconclusive(claim, "no such frame left the NIC");
    }
    if (in.isEmpty()) {
      return Finding.failed(claim, Diagnosis.NO_REFLECTION, seen);
    }
    if (!out.keySet().containsAll(in.keySet()) || !in.keySet().containsAll(got.keySet())) {
      return Finding.failed(
          claim, Diagnosis.ALTERED, seen + ", and some came back other than they left");
    }
    if (exceeds(in, out) || exceeds(got, in)) {
      return Finding.failed(claim, Diagnosis.DUPLICATE, seen);
    }
    if (!in.equals(out) || !got.equals(in)) {
      return Finding.failed(claim, Diagnosis.LOST, seen);
    }
    return Finding.passed(claim, seen);
  }

  static int total(Map<ByteBuffer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether some frame was seen more often there than here. */
  static boolean exceeds(Map<ByteBuffer, Integer> more, Map<ByteBuffer, Integer> less) {
    return more.entrySet().stream()
        .anyMatch(each -> each.getValue() > less.getOrDefault(each.getKey(), 0));
  }

  /**
   * Whether something worked between the guests. That it worked is the guests' own word; it counts
   * only with frames seen on the way, and when it did not work they tell where it ended.
   */
  public Finding worked(String claim, boolean answered, Predicate<Traffic> kind) {
    int left = count(nicOut, kind);
    int back = count(nicIn, kind);
    int arrived = count(arrival, kind);
    String seen =
        "%s; of such frames %d left the NIC, %d came back, %d arrived"
            .formatted(answered ? "it did" : "it did not", left, back, arrived);
    if (left == 0) {
      return Finding.inconclusive(claim, seen);
    }
    if (answered) {
      return arrived == 0 ? Finding.inconclusive(claim, seen) : Finding.passed(claim, seen);
    }
    if (back == 0) {
      return Finding.failed(claim, Diagnosis.NO_REFLECTION, seen);
    }
    return arrived < left
        ? Finding.failed(claim, Diagnosis.LOST, seen)
        : Finding.inconclusive(claim, seen + ", so the guests themselves are at fault");
  }

  /** Whether nothing of what the guest sent came back, where nothing may. */
  public Finding notReflected(String sender, String circumstances) {
    int left = count(nicOut, kind -> true);
    int back = cameBack();
    String claim = "nothing of %s comes back %s".formatted(sender, circumstances);
    String seen = "%d frames left the NIC, %d came back".formatted(left, back);
    if (back > 0) {
      return Finding.failed(claim, Diagnosis.UNWANTED_REFLECTION, seen);
    }
    return left == 0 ? Finding.inconclusive(claim, seen) : Finding.passed(claim, seen);
  }

  /**
   * Whether the other guest received nothing at all of what the first sent.
   *
   * @param tried what must have left the NIC, or nothing was tried
   */
  public Finding isolated(
      String sender, String receiver, String circumstances, Set<Traffic> tried) {
    int left = count(nicOut, kind -> true);
    int back = cameBack();
    int arrived = alsoDisguised(arrival).size();
    int disguised = arrived - count(arrival, kind -> true);
    String claim = "%s receives nothing from %s %s".formatted(receiver, sender, circumstances);
    String seen = "%d frames left the NIC, %d came back, %d arrived".formatted(left, back, arrived);
    if (disguised > 0) {
      return Finding.failed(
          claim,
          Diagnosis.ALTERED,
          seen + ", %d of them behind another MAC address than the sender's".formatted(disguised));
    }
    if (arrived > 0) {
      return Finding.failed(claim, Diagnosis.ISOLATION_LEAK, seen);
    }
    List<Traffic> missing =
        tried.stream().filter(kind -> count(nicOut, kind::equals) == 0).sorted().toList();
    return missing.isEmpty()
        ? Finding.passed(claim, seen)
        : Finding.inconclusive(
            claim, "nothing of %s left the NIC, so it was not tried".formatted(missing));
  }
}
