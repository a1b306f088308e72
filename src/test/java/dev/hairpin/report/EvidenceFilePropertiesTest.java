package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hairpin.capture.Sighting;
import dev.hairpin.report.PcapngFile.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EvidenceFilePropertiesTest {
  @Property(tries = 200)
  void everyFrameComesBackAsItWas(
      @ForAll @Size(max = 20) List<@IntRange(min = 15, max = 9_300) Integer> lengths)
      throws Exception {
    Path own = Files.createTempDirectory("hairpin-evidence");
    try {
      List<Sighting> sightings = new ArrayList<>();
      for (int each : lengths) {
        byte[] frame = EvidenceFileTest.probe(sightings.size(), each);
        frame[each - 1] = (byte) 0xff;
        sightings.add(
            EvidenceFileTest.sighting(
                EvidenceFileTest.OUT,
                sightings.size(),
                EvidenceFileTest.T + sightings.size(),
                frame));
      }
      Path file = own.resolve("check.pcapng");
      EvidenceFile.write(
          file,
          EvidenceFileTest.ABOUT,
          List.of(EvidenceFileTest.OUT),
          sightings,
          EvidenceFileTest.COMMENT,
          Map.of());
      assertThat(PcapngFile.read(file).stream().filter(each -> each.type() == 6))
          .extracting(Block::frame)
          .containsExactlyElementsOf(sightings.stream().map(Sighting::frame).toList());
    } finally {
      Files.deleteIfExists(own.resolve("check.pcapng"));
      Files.delete(own);
    }
  }
}
