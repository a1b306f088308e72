package dev.hairpin.lab;

import dev.hairpin.lab.Lab.Waiver;
import dev.hairpin.yaml.Fields;
import dev.hairpin.yaml.Shown;
import dev.hairpin.yaml.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code waivers}. */
final class WaiverReader {
  private final WaivableChecks checks;

  WaiverReader(WaivableChecks checks) {
    this.checks = checks;
  }

  List<Waiver> read(Value value) {
    List<Waiver> waivers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Value each : value.items()) {
      Optional<Fields> fields = each.fields("check", "reason", "until", "diagnosis");
      fields.ifPresent(
          all -> {
            Waiver waiver = read(all);
            if (!seen.add(waiver.check() + " " + waiver.diagnosis()) && !waiver.check().isEmpty()) {
              String check = Shown.quoted(waiver.check());
              all.fault(check + " is waived twice; take one of the waivers out");
            }
            waivers.add(waiver);
          });
    }
    return List.copyOf(waivers);
  }

  private Waiver read(Fields fields) {
    Optional<String> reason =
        fields
            .need("reason", "why this failure is accepted here; it stands in every report")
            .flatMap(Value::prose);
    Optional<LocalDate> until = fields.find("until").flatMap(Value::date);
    Optional<String> diagnosis = fields.find("diagnosis").flatMap(WaiverReader::diagnosis);
    Optional<String> check =
        fields
            .need("check", "the check's id, such as private-unicast-isolated")
            .flatMap(this::check);
    return new Waiver(check.orElse(""), reason.orElse(""), until, diagnosis);
  }

  private Optional<String> check(Value value) {
    Optional<String> text = value.text();
    Optional<String> fault = text.flatMap(checks::fault);
    fault.ifPresent(value::fault);
    return fault.isPresent() ? Optional.empty() : text;
  }

  private static Optional<String> diagnosis(Value value) {
    List<String> names = KnownNames.diagnoses();
    Optional<String> text = value.text();
    if (text.isPresent() && !names.contains(text.get())) {
      String unknown = "unknown diagnosis " + Shown.quoted(text.get());
      value.fault(unknown + "; " + Shown.meant(text.get(), names));
      return Optional.empty();
    }
    return text;
  }
}
