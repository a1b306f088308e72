package dev.hairpin.lab;

import java.util.Optional;

/** Makes what guests need. */
final class GuestPreparation {
  static GuestPreparation of(Lab.Host host, String runId) {
    return new GuestPreparation();
  }

  void begin() {}

  Optional<String> answer() {
    return Optional.empty();
  }
}
