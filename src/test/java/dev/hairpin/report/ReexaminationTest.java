package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hairpin.capture.Sighting;
import dev.hairpin.verdict.Burst;
import dev.hairpin.verdict.Drop;
import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Parties;
import dev.hairpin.verdict.Question;
import dev.hairpin.verdict.Stretch;
import dev.hairpin.verdict.Traffic;
import dev.hairpin.verdict.Trial;
import dev.hairpin.wire.Probe;
import dev.hairpin.wire.ProbeRole;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is believed as far as it follows from its evidence, checksums or not. */
class ReexaminationTest {
  @TempDir Path folder;

  private final Witness reflected = Witness.reflected();
  private final Witness leaked = Witness.leaked();

  private Reexamination again() throws Exception {
    Reexamination again = Reexamination.of(folder);
    assertThat(again.files().sound()).as("checksums").isTrue();
    return again;
  }

  private void foundAs(String... words) throws Exception {
    Reexamination again = again();
    assertThat(again.sound()).isFalse();
    assertThat(again.lines()).anySatisfy(line -> assertThat(line).contains(words));
  }

  private void json(String before, String after) throws Exception {
    Path results = folder.resolve("results.json");
    String text = Files.readString(results);
    assertThat(text).contains(before);
    Files.writeString(results, text.replace(before, after));
    ReportWriter.sum(folder);
  }

  @Test
  void aTrueReportFollowsAgain() throws Exception {
    Results results = Witness.report(folder, reflected, leaked);
    assertThat(results.checks())
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.WAIVED);

    Reexamination again = again();

    assertThat(again.lines()).noneMatch(each -> each.startsWith("differs"));
    assertThat(again.sound()).isTrue();
    assertThat(again.checks())
        .extracting(Rejudged::basis)
        .containsExactly(Rejudged.Basis.BOTH, Rejudged.Basis.FRAMES);
    assertThat(again.checks().get(1).accepted())
        .containsExactly("isolation-leak, accepted: Linux is so.");
    assertThat(again.lines())
        .contains(
            "in part     vepa-unicast-reflected on tor1: 1 statement from frames, 1 on the switch's words");
  }

  @Test
  void aFrameTakenAwayIsMissed() throws Exception {
    Witness.report(folder, reflected);
    reflected.forge(folder, seen -> seen.subList(0, seen.size() - 1));
    foundAs("vepa-unicast-reflected on tor1", "sighting 48 is missing");
  }

  @Test
  void aFrameTakenAwayWithItsPlaceChangesTheVerdict() throws Exception {
    Witness.report(folder, reflected);
    // Sighting 42 is the probe at B; all behind it move up.
    reflected.sightings = renumbered(without(reflected.sightings, 2));
    reflected.write(folder, reflected.account());
    ReportWriter.sum(folder);
    foundAs("vepa-unicast-reflected on tor1", "stated as passed", "failed (lost)");
  }

  @Test
  void aCopyPutInChangesTheVerdict() throws Exception {
    Witness.report(folder, reflected);
    reflected.saw(Witness.IN, reflected.sightings.get(0).frame());
    reflected.write(folder, reflected.account());
    ReportWriter.sum(folder);
    foundAs("stated as passed", "failed (duplicate)");
  }

  @Test
  void aCopyPutInUnderAPlaceThatIsTakenIsFound() throws Exception {
    Witness.report(folder, reflected);
    reflected.forge(
        folder,
        seen -> {
          List<Sighting> more = new ArrayList<>(seen);
          more.add(seen.get(0));
          return more;
        });
    foundAs("sighting 40 is there twice");
  }

  @Test
  void aFenceWhoseAnswerNobodySawProvesNothing() throws Exception {
    Witness.report(folder, reflected);
    reflected.sightings = renumbered(reflected.sightings.subList(0, 8));
    reflected.write(folder, reflected.account());
    ReportWriter.sum(folder);
    foundAs("stated as passed", "inconclusive", "no intact frame 4 was seen at station B");
  }

  @Test
  void aFenceThatReturnsWithoutAnArrivalProvesNothing() throws Exception {
    Witness witness = new Witness("vepa-unicast-reflected");
    Probe probe = Probe.of(Witness.RUN, 1, ProbeRole.PROBE, Witness.A, Witness.B);
    witness.saw(probe, Witness.OUT);
    witness.record.trial(
        new Trial(
            "unicast",
            probe,
            Witness.WAY,
            new dev.hairpin.verdict.Fence(
                dev.hairpin.verdict.Fence.State.RETURNED,
                Long.MAX_VALUE,
                java.time.Duration.ZERO,
                ""),
            List.of(),
            Optional.empty()),
        List.of(dev.hairpin.verdict.Claims.leavesTheNic(Witness.OUT)));
    Witness.report(folder, witness);
    foundAs("stated as passed", "no arrival of it is on record");
  }

  @Test
  void anotherOutcomeThanFollowsIsNamed() throws Exception {
    Witness.report(folder, leaked);
    json("\"waived\",", "\"passed\",");
    foundAs("private-unicast-isolated on tor1", "stated as passed", "waived (isolation-leak)");
  }

  @Test
  void anotherReasonThanFollowsIsNamed() throws Exception {
    Witness.report(folder, reflected);
    json("B receives it once", "B receives it gladly");
    foundAs("vepa-unicast-reflected on tor1", "its stated reason is not the one that follows");
  }

  @Test
  void anotherWayThanTheProbesIsNamed() throws Exception {
    Witness.report(folder, reflected);
    json("\"seen\" : 0", "\"seen\" : 3");
    foundAs("vepa-unicast-reflected on tor1", "the ways of its probes");
  }

  @Test
  void totalsAndExitStatusMustFollow() throws Exception {
    Witness.report(folder, reflected);
    json("\"exit\" : 0", "\"exit\" : 3");
    foundAs("exit status is stated as 3", "come to 0");
    json("\"passed\" : 1", "\"passed\" : 35");
    foundAs("totals are stated as 35 passed", "come to 1 passed");
  }

  @Test
  void aCheckLeftOutLeavesItsEvidence() throws Exception {
    Witness.report(folder, reflected, leaked);
    ReportWriter.write(folder, Example.run(leaked.result()));
    foundAs("evidence/vepa-unicast-reflected-tor1.pcapng", "of no check");
  }

  @Test
  void evidenceOfAnotherCheckProvesNothing() throws Exception {
    Witness.report(folder, reflected, leaked);
    Files.copy(
        folder.resolve(reflected.file()),
        folder.resolve(leaked.file()),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    ReportWriter.sum(folder);
    foundAs("private-unicast-isolated", "is the evidence of vepa-unicast-reflected on tor1");
  }

  @Test
  void dropsThatWereHushedUpAreFound() throws Exception {
    Witness witness = new Witness("vepa-unicast-reflected");
    Witness source = Witness.reflected();
    witness.sightings = source.sightings;
    Entry.OfTrial honest =
        (Entry.OfTrial)
            source.record.entries().stream()
                .filter(Entry.OfTrial.class::isInstance)
                .findFirst()
                .orElseThrow();
    Trial trial = honest.trial();
    witness.record.trial(
        new Trial(
            trial.title(),
            trial.probe(),
            trial.watched(),
            trial.fence(),
            List.of(new Drop("station B", 2)),
            Optional.empty()),
        honest.expectations());
    assertThat(witness.result().outcome()).isEqualTo(Outcome.INCONCLUSIVE);

    Witness.report(folder, witness);
    assertThat(again().sound()).isTrue();

    // The statistics of the captures say what the account no longer does.
    byte[] file = Files.readAllBytes(folder.resolve(witness.file()));
    String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] hushed =
        text.replace("\"frames\":2", "\"frames\":0")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve(witness.file()), hushed);
    ReportWriter.sum(folder);
    foundAs("the frames that station B dropped are counted other than its account says");
  }

  @Test
  void aBurstIsCountedFrameByFrame() throws Exception {
    Witness witness = new Witness("vepa-order-kept");
    int first = witness.next();
    for (int number = first; number < first + 30; number++) {
      Probe probe = Probe.of(Witness.RUN, number, ProbeRole.PROBE, Witness.A, Witness.B);
      witness.saw(probe, Witness.OUT, Witness.IN, Witness.AT_B);
      witness.next();
    }
    witness.record.burst(
        new Burst(
            "30 frames",
            first,
            30,
            List.of(Witness.OUT, Witness.IN, Witness.AT_B),
            witness.fence(),
            List.of(),
            Optional.empty()),
        () -> witness.sightings);
    Results results = Witness.report(folder, witness);
    assertThat(results.checks().get(0).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(again().sound()).isTrue();

    witness.sightings = swapped(witness.sightings, 31, 34);
    witness.write(folder, witness.account());
    ReportWriter.sum(folder);
    foundAs("stated as passed", "failed (reordered)");
  }

  @Test
  void whatGuestsSaidToEachOtherIsCountedAgain() throws Exception {
    Witness witness = new Witness("private-guests-isolated");
    byte[] echo = new byte[60];
    ByteBuffer.wrap(echo)
        .put(Witness.B.bytes())
        .put(Witness.A.bytes())
        .putShort((short) 0x0800)
        .put((byte) 0x45);
    echo[23] = 1;
    witness.saw(Witness.OUT, echo);
    witness.saw(Witness.IN, echo);
    Finding answer =
        witness.record.question(
            new Entry.OfQuestion(
                new Stretch(Witness.FIRST, Witness.FIRST + 2, Witness.FIRST + 3),
                new Parties(Witness.A, Witness.B, Witness.OUT, Witness.IN, Witness.AT_B),
                new Question.Isolated("guest A", "guest B", "", Set.of(Traffic.ICMP4))),
            witness.sightings);
    assertThat(answer.outcome()).isEqualTo(Outcome.PASSED);
    Witness.report(folder, witness);
    assertThat(again().sound()).isTrue();
    assertThat(again().checks().get(0).basis()).isEqualTo(Rejudged.Basis.FRAMES);

    witness.saw(Witness.AT_B, echo);
    witness.write(folder, witness.account());
    ReportWriter.sum(folder);
    foundAs("stated as passed", "failed (isolation-leak)");
  }

  @Test
  void aRelayThatWasChangedMakesTheSameOfItsFramesAgain() throws Exception {
    Witness witness = Witness.leaked();
    witness.waivers.clear();
    witness.record.relayChanged(
        Finding.inconclusive("the relay stays off", "it was on").on(Grounds.SWITCH));
    Results results = Witness.report(folder, witness);
    assertThat(results.checks().get(0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(again().sound()).isTrue();
    assertThat(again().checks().get(0).basis()).isEqualTo(Rejudged.Basis.BOTH);

    // Whoever makes a word of it that says less leaves the failure where it was.
    Account account = witness.account();
    witness.write(
        folder,
        AccountJson.read(
            account.json().replace("\"entry\":\"relay-change\"", "\"entry\":\"finding\"")));
    ReportWriter.sum(folder);
    foundAs("stated as inconclusive", "failed (isolation-leak)");

    assertThatThrownBy(
            () ->
                AccountJson.read(
                    account
                        .json()
                        .replace("\"outcome\":\"inconclusive\"", "\"outcome\":\"passed\"")))
        .hasMessageContaining("can't be read");
  }

  @Test
  void whatNoFrameShowsIsSaidToRestOnWords() throws Exception {
    Witness witness = new Witness("vepa-fdb-stable");
    witness.word();
    Witness.report(folder, witness);
    Reexamination again = again();
    assertThat(again.sound()).isTrue();
    assertThat(again.checks().get(0).basis()).isEqualTo(Rejudged.Basis.WORDS);
    assertThat(again.lines())
        .contains(
            "on words    vepa-fdb-stable on tor1: no frame shows it: 1 on the switch's words");
  }

  @Test
  void evidenceOfAnEarlierVersionIsNotTakenForProof() throws Exception {
    CheckResult result = reflected.result();
    EvidenceFile.write(
        folder.resolve(reflected.file()),
        new EvidenceFile.About("0.0.9", "c", "v"),
        Witness.WAY,
        reflected.sightings,
        each -> Optional.empty(),
        java.util.Map.of());
    ReportWriter.write(folder, Example.run(result));
    foundAs("it holds no account to judge by");
  }

  private static List<Sighting> without(List<Sighting> seen, int index) {
    List<Sighting> fewer = new ArrayList<>(seen);
    fewer.remove(index);
    return fewer;
  }

  private static List<Sighting> swapped(List<Sighting> seen, int one, int other) {
    List<Sighting> swapped = new ArrayList<>(seen);
    java.util.Collections.swap(swapped, one, other);
    return renumbered(swapped);
  }

  private static List<Sighting> renumbered(List<Sighting> seen) {
    List<Sighting> renumbered = new ArrayList<>();
    for (Sighting each : seen) {
      renumbered.add(
          new Sighting(
              each.point(),
              Witness.FIRST + renumbered.size(),
              each.epochNanos(),
              each.frame(),
              each.mark()));
    }
    return renumbered;
  }
}
