package dev.hairpin.embedded.plane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.embedded.plane.Port.Role;
import dev.hairpin.linux.WholeFrame;
import dev.hairpin.wire.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingTest {
  private static final Port UPLINK = new Port("swp1", Role.UPLINK);
  private static final Port UPSTREAM = new Port("swp2", Role.UPSTREAM);
  private static final Port BYSTANDER = new Port("swp3", Role.BYSTANDER);
  private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");
  private static final MacAddress B = MacAddress.parse("02:00:00:00:00:0b");
  private static final Setting OFF = new Setting(false, false, 0, 0, 0);
  private static final Setting ON = new Setting(true, true, 0, 0, 0);

  private Forwarding honest() {
    return of(Fault.NONE);
  }

  private Forwarding of(Fault fault) {
    return new Forwarding(fault, List.of(UPLINK, UPSTREAM, BYSTANDER));
  }

  private static Frame frame(MacAddress from, MacAddress to) {
    return new Frame(WholeFrame.of(new byte[60])).withAddress(true, from).withAddress(false, to);
  }

  @Test
  void whatIsNotLearnedGoesEverywhereButBack() {
    assertThat(honest().out(frame(A, B), UPLINK, OFF)).containsExactly(UPSTREAM, BYSTANDER);
  }

  @Test
  void whatIsNotLearnedGoesBackTooWhereTheRelayIsOn() {
    assertThat(honest().out(frame(A, B), UPLINK, ON))
        .containsExactlyInAnyOrder(UPLINK, UPSTREAM, BYSTANDER);
  }

  @Test
  void aLearnedAddressIsReachedByItsPortAlone() {
    Forwarding plane = honest();
    plane.out(frame(B, A), UPLINK, OFF);
    assertThat(plane.out(frame(A, B), UPLINK, ON)).containsExactly(UPLINK);
    assertThat(plane.out(frame(A, B), UPLINK, OFF)).isEmpty();
    assertThat(plane.out(frame(A, B), UPSTREAM, OFF)).containsExactly(UPLINK);
  }

  @Test
  void anAddressThatMovesIsReachedWhereItIsNow() {
    Forwarding plane = honest();
    plane.out(frame(B, A), UPLINK, OFF);
    plane.out(frame(B, A), UPSTREAM, OFF);
    assertThat(plane.out(frame(A, B), UPLINK, ON)).containsExactly(UPSTREAM);
  }

  @Test
  void groupsGoEverywhere() {
    assertThat(honest().out(frame(A, MacAddress.BROADCAST), UPLINK, ON))
        .containsExactlyInAnyOrder(UPLINK, UPSTREAM, BYSTANDER);
  }

  @Test
  void aSourceThatIsAGroupIsNotLearned() {
    Forwarding plane = honest();
    plane.out(frame(MacAddress.BROADCAST, A), UPLINK, OFF);
    assertThat(plane.learned()).isEmpty();
  }

  @Test
  void reservedAddressesGoNowhere() {
    for (int last = 0; last <= 0xF; last++) {
      MacAddress reserved = MacAddress.of(0x0180_C200_0000L + last);
      assertThat(honest().out(frame(A, reserved), UPLINK, ON)).isEmpty();
    }
    assertThat(honest().out(frame(A, MacAddress.of(0x0180_C200_0010L)), UPLINK, ON)).isNotEmpty();
  }

  @Test
  void aSmallTableForgetsWhoWasSilentLongest() {
    Forwarding plane =
        of(
            new Fault() {
              @Override
              public int tableSize() {
                return 2;
              }
            });
    MacAddress third = MacAddress.parse("02:00:00:00:00:0c");
    plane.out(frame(A, B), UPLINK, OFF);
    plane.out(frame(B, A), UPLINK, OFF);
    plane.out(frame(A, B), UPLINK, OFF);
    plane.out(frame(third, A), UPLINK, OFF);
    assertThat(plane.learned().keySet()).containsExactly(A.value(), third.value());
  }
}
