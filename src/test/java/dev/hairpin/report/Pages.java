package dev.hairpin.report;

import java.util.ArrayList;
import java.util.List;

/** Runs to make pages of. */
final class Pages {
  static final String HOSTILE =
      "<script>alert(1)</script> ]]> &amp; \"><b onload='x'> \u001b[31m \u0000 \ud800 \u202e ${x} @if";

  private Pages() {}

  static Results named(String name) {
    return switch (name) {
      case "none" -> none();
      case "one" -> one();
      case "many" -> many();
      case "hostile" -> hostile();
      default -> Example.run();
    };
  }

  static Results none() {
    return Example.run(
        Example.passed("vepa-unicast-reflected", "tor1"),
        Example.passed("vepa-both-directions", "tor1"));
  }

  static Results one() {
    return Example.run(
        Example.passed("vepa-unicast-reflected", "tor1"),
        Example.failed("vepa-both-directions", "tor1"),
        Example.inconclusive("vepa-broadcast-once", "tor1"),
        Example.waived("private-unicast-isolated", "tor1"),
        Example.skipped("private-guests-isolated", "tor1"));
  }

  static Results many() {
    List<CheckResult> checks = new ArrayList<>();
    for (String uplink : List.of("tor1", "tor2")) {
      for (int number = 0; number < 8; number++) {
        checks.add(Example.passed("vepa-case-" + number, uplink));
        checks.add(Example.failed("vepa-lost-case-" + number, uplink));
        checks.add(Example.duplicated("vepa-duplicated-case-" + number, uplink));
      }
      checks.add(Example.bridged("bridge-stays-inside", uplink));
      checks.add(Example.waived("private-unicast-isolated", uplink));
    }
    return Example.run(checks);
  }

  /** So many uplinks with 30 checks each, of which a third fails. */
  static Results uplinks(int number) {
    List<CheckResult> checks = new ArrayList<>();
    for (int uplink = 1; uplink <= number; uplink++) {
      for (int check = 0; check < 10; check++) {
        checks.add(Example.passed("vepa-case-" + check, "uplink" + uplink));
        checks.add(Example.failed("vepa-lost-case-" + check, "uplink" + uplink));
        checks.add(Example.waived("vepa-waived-case-" + check, "uplink" + uplink));
      }
    }
    return Example.run(checks);
  }

  static Results hostile() {
    return Example.run(
        Example.named(Example.failed(HOSTILE, "tor1"), HOSTILE, HOSTILE),
        Example.named(Example.waived("waived", HOSTILE), HOSTILE, HOSTILE),
        Example.named(Example.inconclusive("open", "tor2"), HOSTILE, HOSTILE),
        Example.named(Example.skipped("skipped", "tor2"), HOSTILE, HOSTILE));
  }
}
