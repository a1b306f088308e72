package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegesTest {
  @Test
  void readsTheEffectiveSet() {
    Privileges some = Privileges.parse(List.of("CapPrm:\tffff", "CapEff:\t0000000000001000"));

    assertThat(some.netAdmin()).isTrue();
    assertThat(some.missing()).containsExactly("CAP_NET_RAW", "CAP_SYS_ADMIN");
  }

  @Test
  void theTestsAreRoot() throws IOException {
    assertThat(Privileges.current().missing()).isEmpty();
  }

  @Test
  void tellsCharacterDevices() {
    assertThat(CharacterDevice.isAt(CharacterDevice.NET_TUN)).isTrue();
    assertThat(new CharacterDevice(1, 3).is(Path.of("/dev/null"))).isTrue();
    assertThat(new CharacterDevice(1, 4).is(Path.of("/dev/null"))).isFalse();
    assertThat(CharacterDevice.isAt(Path.of("/etc/passwd"))).isFalse();
    assertThat(CharacterDevice.isAt(Path.of("/none"))).isFalse();
  }
}
