package dev.hairpin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class YamlDocumentTest {
  @TempDir Path folder;

  static List<Arguments> notOurYaml() {
    return List.of(
        Arguments.of(
            "a: [1, 2\nb: 3\n",
            "2:2: expected ',' or ']', but got : (while parsing"
                + " a flow sequence that begins in line 1)"),
        Arguments.of("a:\n\tb: 1\n", "2:1: a tab stands here; indent with spaces"),
        Arguments.of("a: 'x\nb: 1", "1:4: the quote that begins here is never closed"),
        Arguments.of(
            "a: env: FOO\n",
            "1:7: a ':' can't stand here; check the indentation, or quote"
                + " the value before it"),
        Arguments.of("a: @x", "1:4: no value begins with @; put the value into quotes"),
        Arguments.of("a: %x", "1:4: no value begins with %; put the value into quotes"),
        Arguments.of(
            "a: \"\\q\"",
            "1:6: in double quotes a \\ can't stand before this; write \\\\, or use single quotes"),
        Arguments.of(
            " a: 1\nb: 2", "2:1: expected '<document start>', but found '<block mapping start>'"),
        Arguments.of(
            "a: 1\n---\nb: 2\n", "2:1: a second document begins here; keep one in each file"),
        Arguments.of("a: &x 1\n", "1:4: anchors are not used here; take '&x' out"),
        Arguments.of("k: *gone\n", "1:4: aliases are not used here; write the value out again"),
        Arguments.of(
            "a: !!binary x\n", "1:4: tags are not used here; take 'tag:yaml.org,2002:binary' out"),
        Arguments.of(
            "a: !ruby/object {b: 1}\n", "1:4: tags are not used here; take '!ruby/object' out"),
        Arguments.of(
            "a: " + "[".repeat(50_000),
            "1:19: nested deeper than any key can be; check the brackets"),
        Arguments.of("a: b\u0007", "1:5: character U+0007 can't stand in a YAML file; take it out"),
        Arguments.of(
            "x: 1\na: b\u0000c", "2:5: character U+0000 can't stand in a YAML file; take it out"),
        Arguments.of("", "1:1: the file is empty; it begins with 'a: NAME'"),
        Arguments.of("# nothing\n", "1:1: the file is empty; it begins with 'a: NAME'"),
        Arguments.of("- a\n- b\n", "1:1: the file must be keys with values ('a: ...'), not a list"),
        Arguments.of("just words", "1:1: the file must be keys with values ('a: ...'), not a text"),
        Arguments.of(
            "\u007fELF\u0001\u0002",
            "1:1: character U+007F can't stand in a YAML file; take it out"));
  }

  @ParameterizedTest
  @MethodSource
  void notOurYaml(String text, String fault) {
    FaultyFileException thrown =
        catchThrowableOfType(
            FaultyFileException.class, () -> YamlDocument.parse("f.yaml", text).root("a", "b"));
    assertThat(thrown).hasMessage("f.yaml:" + fault);
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    StringBuilder text = new StringBuilder("a: &a [x, x]\n");
    for (char each = 'b'; each < 'z'; each++) {
      char before = (char) (each - 1);
      text.append(each + ": &" + each + " [" + ("*" + before + ", ").repeat(9) + "x]\n");
    }
    assertThatThrownBy(() -> YamlDocument.parse("f.yaml", text.toString()))
        .isInstanceOf(FaultyFileException.class)
        .hasMessageContaining("f.yaml:2:4: anchors are not used here")
        .hasMessageContaining("more; mend the first ones and try again");
  }

  @Test
  void bytesThatAreNoUtf8AreNamedWithTheirPlace() throws IOException {
    Path file = folder.resolve("latin1.yaml");
    Files.write(file, "lab: x\nreason: gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> YamlDocument.read(file))
        .isInstanceOf(FaultyFileException.class)
        .hasMessage(file + ":2:11: byte 0xFC is not UTF-8; save the file as UTF-8 text");
  }

  @Test
  void utf16IsNotUtf8() throws IOException {
    Path file = folder.resolve("utf16.yaml");
    Files.write(file, "lab: x\n".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> YamlDocument.read(file))
        .isInstanceOf(FaultyFileException.class)
        .hasMessage(file + ":1:1: byte 0xFE is not UTF-8; save the file as UTF-8 text");
  }

  @Test
  void aByteOrderMarkAtTheBeginningIsPassedOver() throws Exception {
    Path file = folder.resolve("bom.yaml");
    Files.writeString(file, "\uFEFFa: 1\n");
    assertThat(YamlDocument.read(file).root("a").find("a").flatMap(Value::text)).contains("1");
  }

  @Test
  void windowsLineEndsCountAsOne() throws Exception {
    YamlDocument document = YamlDocument.parse("f.yaml", "a: 1\r\nx: 2\r\n");
    document.root("a");
    assertThat(document.faults())
        .extracting(Fault::line, Fault::column)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 1));
  }

  @Test
  void hugeFilesAreNotReadWhole() throws IOException {
    Path file = folder.resolve("huge.yaml");
    Files.write(file, new byte[3 << 20]);
    assertThatThrownBy(() -> YamlDocument.read(file))
        .isInstanceOf(FaultyFileException.class)
        .hasMessageContaining("larger than 1024 KiB");
  }

  @Test
  void filesThatCantBeReadAreNamedWithTheReason() {
    Path missing = folder.resolve("missing.yaml");
    assertThatThrownBy(() -> YamlDocument.read(missing))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": there is no such file; check the path");
    assertThatThrownBy(() -> YamlDocument.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": it is not a file; give the path of a YAML file");
    assertThatThrownBy(() -> YamlDocument.read(Path.of("/dev/zero")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a file");
  }

  @Test
  void faultsOfSeveralFilesAreOneMessageInOrder() {
    FaultyFileException lab =
        new FaultyFileException(
            "lab.yaml", List.of(new Fault(10, 1, "", "later"), new Fault(9, 3, "", "sooner")));
    FaultyFileException profile =
        new FaultyFileException("p.yaml", List.of(new Fault(1, 2, "x", "bad 'x'")));
    FaultyFileException both = FaultyFileException.together(List.of(lab, profile));
    assertThat(both).hasMessage("lab.yaml:9:3: sooner\nlab.yaml:10:1: later\np.yaml:1:2: bad 'x'");
    assertThat(both.file()).isEqualTo("lab.yaml");
    assertThat(both.faultsByFile()).containsOnlyKeys("lab.yaml", "p.yaml");
  }
}
