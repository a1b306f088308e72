package dev.hairpin.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.lab.KnownNames;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceNameTest {
  private static final List<String> ONE = List.of("tor1");

  private static String of(String id) {
    return EvidenceName.of(id, "tor1", ONE);
  }

  @Test
  void hasTheCheckAndTheUplink() {
    assertThat(KnownNames.checks())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(of(each)).isEqualTo("evidence/" + each + "-tor1.pcapng"));
    assertThat(of("Rack_1.2")).isEqualTo("evidence/Rack_1.2-tor1.pcapng");
  }

  static Stream<String> odd() {
    return Stream.of(
        "../../escaped",
        "/etc/hostname",
        "..",
        ".",
        ".hidden",
        "-rf",
        "a/b",
        "a\\b",
        "a\u0000b",
        "größe",
        "日本",
        "",
        "x".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void isAFileOfThatFolderWhateverTheIdIs(String id) {
    Path name = Path.of("/run").resolve(of(id)).normalize();

    assertThat(name.getParent()).isEqualTo(Path.of("/run/evidence"));
    assertThat(name.getFileName().toString())
        .matches("[A-Za-z0-9_][A-Za-z0-9._-]*-tor1\\.pcapng")
        .hasSizeLessThan(200);
  }

  @Test
  void isNoOtherChecks() {
    String long1 = "x".repeat(200) + "1";
    String long2 = "x".repeat(200) + "2";
    List<String> names =
        Stream.of("a/b", "a_b", "a\\b", "a:b", long1, long2, "x".repeat(100), "..", "_.")
            .map(EvidenceNameTest::of)
            .toList();
    assertThat(names).doesNotHaveDuplicates();
    String digested = of("a/b").replaceAll("evidence/|-tor1.pcapng", "");
    assertThat(of(digested)).isNotEqualTo(of("a/b"));
  }

  @Test
  void isNoOtherUplinks() {
    List<String> uplinks = List.of("tor1", "b-tor1");
    assertThat(EvidenceName.of("a", "b-tor1", uplinks)).isEqualTo("evidence/a-b-tor1.pcapng");
    assertThat(EvidenceName.of("a-b", "tor1", uplinks)).isNotEqualTo("evidence/a-b-tor1.pcapng");
  }
}
