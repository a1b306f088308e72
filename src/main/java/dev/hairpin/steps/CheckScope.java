package dev.hairpin.steps;

import dev.hairpin.lab.Member;
import dev.hairpin.lab.Sending;
import dev.hairpin.lab.UplinkSession;
import dev.hairpin.switches.RelayState;
import dev.hairpin.verdict.CheckRecord;
import dev.hairpin.verdict.Expectation;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Judge;
import dev.hairpin.verdict.Outcome;
import dev.hairpin.verdict.Trial;
import dev.hairpin.verdict.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of one scenario share; made anew for each. */
public final class CheckScope {
  private final Stage stage = Stage.current();
  private final CheckRecord record = new CheckRecord();
  private final Map<String, Double> measurements = new LinkedHashMap<>();
  private List<Trial> trials = List.of();
  private Optional<Sent> sent = Optional.empty();
  private Optional<RelayState> relay = Optional.empty();

  /** The frame (or one of the frames) last sent: who to whom. */
  record Sent(Member from, Optional<Member> to, boolean group) {}

  UplinkSession uplink() {
    return stage.uplink();
  }

  CheckRecord record() {
    return record;
  }

  Map<String, Double> measurements() {
    return measurements;
  }

  /** The relay state that the scenario has set, for the titles of its frames. */
  void relayIs(RelayState state) {
    relay = Optional.of(state);
  }

  Optional<RelayState> relay() {
    return relay;
  }

  Sent sent() {
    return sent.orElseThrow(() -> new IllegalStateException("no frame was sent yet"));
  }

  List<Trial> trials() {
    return trials;
  }

  /** Adds the relay's state to what a frame is called. */
  String title(String what) {
    return relay.map(state -> what + ", reflective relay " + state).orElse(what);
  }

  void send(Sent who, List<Sending> sendings) throws IOException, InterruptedException {
    sent = Optional.of(who);
    trials = uplink().send(sendings);
    trials.forEach(record::add);
  }

  /** Holds an expectation against each frame just sent. */
  void expect(Expectation expectation) {
    trials.forEach(each -> expect(each, expectation));
  }

  /** Holds an expectation against one frame. */
  void expect(Trial trial, Expectation expectation) {
    record.expect(trial, expectation);
    judge(
        Judge.judge(
            trial, List.of(expectation), uplink().log().of(trial.probe().number())));
  }

  /** Something that the verdict rests on. */
  void assume(String assumption) {
    record.assume(assumption);
  }

  void find(Finding finding) {
    record.add(finding);
    judge(finding.verdict());
  }

  private static void judge(Verdict verdict) {
    if (verdict.outcome() == Outcome.FAILED) {
      throw new CheckFailedError(verdict.reason());
    }
    if (verdict.outcome() == Outcome.INCONCLUSIVE) {
      throw new CheckUndecidedException(verdict.reason());
    }
  }
}
