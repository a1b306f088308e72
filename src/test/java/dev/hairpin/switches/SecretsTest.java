package dev.hairpin.switches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private final Secrets secrets =
      new Secrets(Map.of("SHORT", "pass", "LONG", "password", "NONE", ""));

  private static Secret env(String name) {
    return new Secret(Secret.Kind.ENVIRONMENT, name);
  }

  @Test
  void masksTheLongerSecretWhereOneIsPartOfTheOther() throws Exception {
    secrets.reveal(env("SHORT"));
    secrets.reveal(env("LONG"));
    assertThat(secrets.mask("my password, my pass")).isEqualTo("my ***, my ***");
  }

  @Test
  void masksASecretThatTheTerminalHasBroken() throws Exception {
    secrets.reveal(env("LONG"));
    assertThat(secrets.mask("x pas\nsword y, passw \nord")).isEqualTo("x *** y, ***");
  }

  @Test
  void learnsAlsoWhatIsNotNeeded() {
    secrets.learn(java.util.List.of(env("ABSENT"), env("LONG")));
    assertThat(secrets.mask("password")).isEqualTo("***");
  }

  @Test
  void aFileLosesOneNewlineOnly(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "two\n\n");
    assertThat(secrets.reveal(new Secret(Secret.Kind.FILE, file.toString()))).isEqualTo("two\n");
  }

  @Test
  void whatIsMissingSaysWhatToSet(@TempDir Path folder) {
    assertThatThrownBy(() -> secrets.reveal(env("ABSENT")))
        .isInstanceOf(SecretMissingException.class)
        .hasMessage(
            "The environment variable ABSENT is not set. Set it before the run: export ABSENT=...");
    assertThatThrownBy(() -> secrets.reveal(env("NONE"))).hasMessageContaining("empty");
    String file = folder.resolve("none").toString();
    assertThatThrownBy(() -> secrets.reveal(new Secret(Secret.Kind.FILE, file)))
        .isInstanceOf(SecretMissingException.class)
        .hasMessageContaining(file);
  }
}
