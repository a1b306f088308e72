package dev.hairpin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.capture.Sighting;
import dev.hairpin.wire.DhcpMessage;
import dev.hairpin.wire.DhcpReply;
import dev.hairpin.wire.Ipv4Address;
import dev.hairpin.wire.MacAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeasingTest {
  private static final MacAddress GUEST = MacAddress.parse("02:48:50:00:00:01");
  private static final MacAddress SERVER = MacAddress.parse("02:48:50:00:00:99");
  private static final CapturePoint OUT =
      new CapturePoint("host eth3 out", CapturePoint.Kind.NIC_OUT);
  private static final CapturePoint IN = new CapturePoint("host eth3 in", CapturePoint.Kind.NIC_IN);
  private static final CapturePoint UPSTREAM =
      new CapturePoint("upstream", CapturePoint.Kind.UPSTREAM);
  private static final CapturePoint AT_GUEST =
      new CapturePoint("guest A", CapturePoint.Kind.STATION);
  private static final String LEASED = "203.0.113.1";
  private static final DhcpReply REPLY =
      new DhcpReply(SERVER, Ipv4Address.parse("203.0.113.254"), Ipv4Address.parse(LEASED));
  private static final byte[] DISCOVER = asked(1);
  private static final byte[] REQUEST = asked(3);
  private static final byte[] OFFER = answer(DISCOVER);
  private static final byte[] ACK = answer(REQUEST);

  private final List<Sighting> sightings = new ArrayList<>();

  private static byte[] asked(int kind) {
    byte[] frame = new byte[14 + 20 + 8 + 300];
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    buffer.put(MacAddress.BROADCAST.bytes()).put(GUEST.bytes()).putShort((short) 0x0800);
    buffer.put((byte) 0x45).position(14 + 9).put((byte) 17);
    buffer.position(34).putShort((short) 68).putShort((short) 67);
    buffer.position(42 + 28).put(GUEST.bytes());
    buffer.position(42 + 236).putInt(0x6382_5363);
    buffer.put((byte) 53).put((byte) 1).put((byte) kind).put((byte) 255);
    return frame;
  }

  private static byte[] answer(byte[] asked) {
    return REPLY.to(DhcpMessage.of(asked).orElseThrow());
  }

  private void saw(CapturePoint point, byte[]... frames) {
    for (byte[] each : frames) {
      sightings.add(new Sighting(point, sightings.size(), 0, each, Optional.empty()));
    }
  }

  private void everything() {
    saw(OUT, DISCOVER, REQUEST);
    saw(UPSTREAM, DISCOVER, REQUEST);
    saw(IN, OFFER, ACK);
    saw(AT_GUEST, OFFER, ACK);
  }

  private Finding leased(Optional<String> told, int answers) {
    return new Question.Leased("guest A", AT_GUEST, told, answers)
        .answer(new Parties(GUEST, SERVER, OUT, IN, UPSTREAM).heard(sightings));
  }

  private void assertFails(Diagnosis diagnosis, int answers) {
    Finding finding = leased(Optional.of(LEASED), answers);
    assertThat(finding.outcome()).as(finding.seen()).isEqualTo(Outcome.FAILED);
    assertThat(finding.diagnosis()).contains(diagnosis);
  }

  @Test
  void passesWhenEachMessageWentItsWayOnce() {
    everything();
    // The switch reflects the broadcasts too; macvlan keeps them from their sender.
    saw(IN, DISCOVER, REQUEST);

    assertThat(leased(Optional.of(LEASED), 2).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void anotherServersAnswersCountToo() {
    saw(OUT, DISCOVER, REQUEST);
    saw(UPSTREAM, DISCOVER, REQUEST);
    byte[] offer = OFFER.clone();
    byte[] ack = ACK.clone();
    offer[11]++;
    ack[11]++;
    saw(IN, offer, OFFER, ack);
    saw(AT_GUEST, offer, OFFER, ack);

    assertThat(leased(Optional.of(LEASED), 1).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void theGuestsWordAloneIsNoProof() {
    assertThat(leased(Optional.of(LEASED), 0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    everything();
    assertThat(leased(Optional.empty(), 2).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(leased(Optional.of("203.0.113.77"), 2).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void nobodyWhoAnswersDecidesNothing() {
    saw(OUT, DISCOVER);
    saw(UPSTREAM, DISCOVER);

    assertThat(leased(Optional.empty(), 0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void tellsWhereAMessageWasLost() {
    saw(OUT, DISCOVER);
    assertFails(Diagnosis.LOST, 0);
    saw(UPSTREAM, DISCOVER);
    assertFails(Diagnosis.LOST, 1);
    saw(IN, OFFER);
    assertFails(Diagnosis.LOST, 1);
  }

  @Test
  void tellsADuplicateOnEitherWay() {
    everything();
    saw(IN, ACK);
    saw(AT_GUEST, ACK);
    assertFails(Diagnosis.DUPLICATE, 2);

    sightings.clear();
    everything();
    saw(UPSTREAM, REQUEST);
    assertFails(Diagnosis.DUPLICATE, 2);
  }

  @Test
  void tellsAChangedMessageAndOneThatCameBackToItsSender() {
    everything();
    byte[] changed = REQUEST.clone();
    changed[100]++;
    saw(UPSTREAM, changed);
    assertFails(Diagnosis.ALTERED, 2);

    sightings.clear();
    everything();
    saw(AT_GUEST, DISCOVER);
    assertFails(Diagnosis.RETURNED_TO_SENDER, 2);
  }
}
