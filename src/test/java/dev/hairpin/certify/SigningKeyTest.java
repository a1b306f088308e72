package dev.hairpin.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {
  /** RFC 8410 section 10.3, and its public key of section 10.1. */
  private static final String RFC_8410 =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String RFC_8410_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  @TempDir Path folder;

  @Test
  void readsWhatOpensslWritesAndKnowsItsPublicHalf() throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), RFC_8410);
    SigningKey key = SigningKey.read(file);
    assertThat(key.verifying().pem()).isEqualTo(RFC_8410_PUBLIC);
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    assertThat(key.verifying().signed(text, key.sign(text))).isTrue();
    assertThat(key.verifying().signed("Text".getBytes(StandardCharsets.UTF_8), key.sign(text)))
        .isFalse();
    assertThat(key.verifying().signed(text, new byte[3])).isFalse();
  }

  @Test
  void isMadeOnFirstUseForTheOwnerAloneAndThenStays() throws Exception {
    Path file = folder.resolve("keys/certify.pem");
    SigningKey made = SigningKey.readOrMake(file);
    assertThat(made.remark()).hasValueSatisfying(each -> assertThat(each).contains("made the key"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("keys")).isDirectoryContaining(file::equals);
    assertThat(folder.resolve("keys").toFile().list()).hasSize(1);

    SigningKey again = SigningKey.readOrMake(file);
    assertThat(again.remark()).isEmpty();
    assertThat(again.verifying().fingerprint())
        .isEqualTo(made.verifying().fingerprint())
        .matches("SHA256:[A-Za-z0-9+/]{43}");
  }

  @Test
  void oneThatOthersCanReadIsToldOf() throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), RFC_8410);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(SigningKey.read(file).remark())
        .hasValueSatisfying(each -> assertThat(each).contains("chmod 600"));
  }

  @Test
  void whatIsNoKeyIsRefusedWithTheWayToMakeOne() throws Exception {
    Path text = Files.writeString(folder.resolve("text.pem"), "no key");
    Path other = Files.writeString(folder.resolve("public.pem"), RFC_8410_PUBLIC);
    Path broken =
        Files.writeString(folder.resolve("broken.pem"), RFC_8410.replace("MC4CAQ", "MC4CAB"));
    for (Path each : new Path[] {text, other, broken, folder.resolve("none.pem")}) {
      assertThatThrownBy(() -> SigningKey.read(each))
          .hasMessageContaining(each.toString())
          .hasMessageContaining("openssl genpkey -algorithm ed25519");
    }
    Path none = folder.resolve("none.pem");
    assertThatThrownBy(() -> SigningKey.read(none))
        .hasMessageStartingWith(
            none + " is no Ed25519 key to sign with: there is no such file or folder. Next: ");
    assertThatThrownBy(() -> SigningKey.read(other)).hasMessageContaining("'PUBLIC KEY'");
    assertThatThrownBy(() -> VerifyingKey.read(text))
        .hasMessageContaining(text.toString())
        .hasMessageContaining("-pubout");
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, an RSA key",
    "EC, an elliptic-curve (ECDSA) key",
    "DSA, a DSA key",
    "Ed448, an Ed448 key",
    "X25519, 'an X25519 key, which can''t sign'"
  })
  void aKeyOfAnotherKindIsNamed(String algorithm, String kind) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    Path own = folder.resolve("own.pem");
    Files.writeString(own, Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
    assertThatThrownBy(() -> SigningKey.read(own))
        .hasMessageStartingWith(
            "%s is no Ed25519 key to sign with: it is %s. Next: ".formatted(own, kind));
    Path shared = folder.resolve("shared.pub");
    Files.writeString(shared, Pem.text("PUBLIC KEY", pair.getPublic().getEncoded()));
    assertThatThrownBy(() -> VerifyingKey.read(shared))
        .hasMessageStartingWith(
            "%s is no Ed25519 public key: it is %s. Next: ".formatted(shared, kind));
  }
}
