package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.MacAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final MacAddress A = MacAddress.parse("02:48:50:00:00:01");
  private static final MacAddress B = MacAddress.parse("02:48:50:00:00:02");
  private static final CapturePoint OUT =
      new CapturePoint("host eth3 out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint IN = new CapturePoint("host eth3 in", CapturePoint.Kind.NIC_IN);
  private static final CapturePoint GUEST_B =
      new CapturePoint("guest B", CapturePoint.Kind.STATION);

  private final List<Sighting> sightings = new ArrayList<>();

  private void saw(CapturePoint point, byte[] frame) {
    sightings.add(new Sighting(point, sightings.size(), 0, frame, Optional.empty()));
  }

  private Conversation conversation() {
    return new Conversation(sightings, A, B, OUT, IN, GUEST_B);
  }

  /** An ICMP echo from A; the number makes it one of its own. */
  private static byte[] echo(MacAddress to, int number) {
    byte[] frame = new byte[60];
    ByteBuffer.wrap(frame).put(to.bytes()).put(A.bytes()).putShort((short) 0x0800);
    frame[14] = 0x45;
    frame[23] = 1;
    frame[50] = (byte) number;
    return frame;
  }

  @Test
  void passesWhatWentOutCameBackAndArrivedAsOften() {
    for (CapturePoint each : List.of(OUT, IN, GUEST_B)) {
      saw(each, echo(B, 1));
      saw(each, echo(B, 2));
    }

    Finding finding = conversation().reflectedOnce("guest A", "guest B");

    assertThat(finding.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(finding.seen()).contains("2 left the NIC, 2 came back, 2 arrived");
  }

  @Test
  void nothingSentDecidesNothing() {
    assertThat(conversation().reflectedOnce("A", "B").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(conversation().isolated("A", "B", "", Set.of(Traffic.ICMP4)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(conversation().worked("it works", true, kind -> true).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void toldApartWhereItWent() {
    saw(OUT, echo(B, 1));
    assertThat(conversation().reflectedOnce("A", "B").diagnosis())
        .contains(Diagnosis.NO_REFLECTION);

    saw(IN, echo(B, 1));
    assertThat(conversation().reflectedOnce("A", "B").diagnosis()).contains(Diagnosis.LOST);

    saw(GUEST_B, echo(B, 1));
    saw(IN, echo(B, 1));
    assertThat(conversation().reflectedOnce("A", "B").diagnosis()).contains(Diagnosis.DUPLICATE);
  }

  @Test
  void aByteChangedOnTheWayIsAnAlteration() {
    saw(OUT, echo(B, 1));
    saw(IN, echo(B, 9));
    saw(GUEST_B, echo(B, 9));

    assertThat(conversation().reflectedOnce("A", "B").diagnosis()).contains(Diagnosis.ALTERED);
  }

  @Test
  void oneFrameAtTheOtherGuestIsALeak() {
    saw(OUT, echo(B, 1));
    saw(IN, echo(B, 1));
    assertThat(conversation().isolated("A", "B", "", Set.of(Traffic.ICMP4)).outcome())
        .isEqualTo(Outcome.PASSED);

    saw(GUEST_B, echo(B, 1));
    assertThat(conversation().isolated("A", "B", "", Set.of(Traffic.ICMP4)).diagnosis())
        .contains(Diagnosis.ISOLATION_LEAK);
  }

  @Test
  void aGuestThatSentSomethingElseHasTriedNothing() {
    saw(OUT, echo(B, 1));

    assertThat(conversation().isolated("A", "B", "", Set.of(Traffic.ICMP6)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void theGuestsWordAloneProvesNothing() {
    saw(OUT, echo(B, 1));

    assertThat(conversation().worked("echo", true, Traffic.ICMP4::equals).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(conversation().worked("echo", false, Traffic.ICMP4::equals).diagnosis())
        .contains(Diagnosis.NO_REFLECTION);
  }

  /** The same from behind another MAC address; a router counts the time to live down as well. */
  private static byte[] disguised(byte[] frame, boolean routed) {
    byte[] other = frame.clone();
    other[11] = (byte) 0x99;
    other[22] -= (byte) (routed ? 1 : 0);
    return other;
  }

  private static byte[] addressed(int number) {
    byte[] frame = echo(B, number);
    System.arraycopy(new byte[] {(byte) 198, 51, 100, 1}, 0, frame, 26, 4);
    return frame;
  }

  @Test
  void whatArrivesBehindAnotherAddressIsALeakToo() {
    saw(OUT, addressed(1));
    assertThat(conversation().isolated("A", "B", "", Set.of(Traffic.ICMP4)).outcome())
        .isEqualTo(Outcome.PASSED);

    saw(GUEST_B, addressed(1));
    assertThat(conversation().isolated("A", "B", "", Set.of(Traffic.ICMP4)).diagnosis())
        .contains(Diagnosis.ISOLATION_LEAK);

    saw(GUEST_B, disguised(addressed(1), true));
    Finding hidden = conversation().isolated("A", "B", "", Set.of(Traffic.ICMP4));
    assertThat(hidden.diagnosis()).contains(Diagnosis.ALTERED);
    assertThat(hidden.seen()).contains("2 arrived, 1 of them behind another MAC address");
  }

  @Test
  void whatComesBackBehindAnotherAddressIsReflectedUnlessARouterSentIt() {
    saw(OUT, addressed(1));
    saw(IN, disguised(addressed(1), true));
    assertThat(conversation().notReflected("A", "").outcome()).isEqualTo(Outcome.PASSED);

    saw(IN, disguised(addressed(1), false));
    assertThat(conversation().notReflected("A", "").diagnosis())
        .contains(Diagnosis.UNWANTED_REFLECTION);
  }
}
