package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportVerifyTest {
  @TempDir Path folder;

  @Test
  void namesWhatIsMissingChangedAndExtra() throws Exception {
    Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(folder.resolve("evidence/a.pcapng"), "packets");
    ReportWriter.write(folder, Pages.one());
    Files.writeString(folder.resolve("evidence/a.pcapng"), "Packets");
    Files.delete(folder.resolve("junit.xml"));
    Files.writeString(folder.resolve("evidence/b\u001b.pcapng"), "more");
    Path sums = folder.resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums) + "not a line\n");

    ReportVerify.Verification verification = ReportVerify.of(folder);

    assertThat(verification.sound()).isFalse();
    assertThat(verification.missing()).containsExactly("junit.xml");
    assertThat(verification.changed()).containsExactly("evidence/a.pcapng");
    assertThat(verification.extra()).containsExactly("evidence/b\u001b.pcapng");
    assertThat(verification.unreadable()).containsExactly("line 5: not a line");
    assertThat(verification.verified()).isEqualTo(2);
    assertThat(verification.lines())
        .contains("missing     junit.xml", "extra       evidence/b␛.pcapng");
  }

  @Test
  void aLinkToTheFolderWillDo() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    ReportWriter.write(run, Pages.one());
    Path latest = Files.createSymbolicLink(folder.resolve("latest"), run);

    assertThat(ReportVerify.of(latest).sound()).isTrue();
    assertThat(ReportVerify.of(latest).verified()).isPositive();
  }

  @Test
  void aFileOutsideTheFolderIsNeverRead() throws Exception {
    Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  ../../etc/passwd\n");
    assertThat(ReportVerify.of(folder).missing()).containsExactly("../../etc/passwd");
  }

  @Test
  void withoutChecksumsItSaysWhatToGive() {
    assertThatThrownBy(() -> ReportVerify.of(folder))
        .hasMessageContaining("SHA256SUMS")
        .hasMessageContaining("reports/latest");
  }
}
