package dev.hairpin.report;

import dev.hairpin.verdict.Entry;
import dev.hairpin.verdict.Waiver;
import dev.hairpin.wire.RunTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What it takes to judge a check again from its evidence: it stands in the evidence itself, as
 * JSON.
 *
 * @param check the check's id in the results
 * @param run tells the run's frames from others
 * @param first the {@linkplain dev.hairpin.capture.Sighting#order() order} of the first sighting
 *     that belongs to the check
 * @param end that behind the last; later ones are there where they are copies of its probes
 * @param day when it ran, for waivers that end
 * @param waivers those of the lab file for this check
 * @param entries what was recorded, in order
 * @param notes what was noted for the reader, and decides nothing
 */
public record Account(
    String format,
    String check,
    String uplink,
    RunTag run,
    long first,
    long end,
    LocalDate day,
    List<Waiver> waivers,
    List<Entry> entries,
    List<String> notes) {
  /** The name and version of this format. */
  public static final String FORMAT = "hairpin-account/1";

  /** Keeps copies of the lists. */
  public Account {
    waivers = List.copyOf(waivers);
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /** How many frames each capture lost meanwhile, by its point's name. */
  public Map<String, Long> dropped() {
    return Drops.of(entries);
  }

  /** As it stands in the evidence. */
  public String json() {
    return AccountJson.write(this);
  }
}
