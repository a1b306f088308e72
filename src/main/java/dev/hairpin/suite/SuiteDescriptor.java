package dev.hairpin.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** All scenarios on all uplinks. */
final class SuiteDescriptor extends EngineDescriptor {
  private final List<UplinkTests> uplinks = new ArrayList<>();
  private Optional<SuiteSettings> settings = Optional.empty();
  private Optional<Exception> wrong = Optional.empty();

  SuiteDescriptor(UniqueId id) {
    super(id, "Hairpin");
  }

  void settings(SuiteSettings found) {
    settings = Optional.of(found);
  }

  /** What is wrong with the settings, or with the lab file that they name. */
  void wrong(Exception found) {
    wrong = Optional.of(found);
  }

  void add(UplinkTests uplink) {
    uplinks.add(uplink);
    addChild(uplink.descriptor());
  }

  SuiteSettings settings() throws Exception {
    if (wrong.isPresent()) {
      throw wrong.get();
    }
    return settings.orElseThrow();
  }

  /** The uplinks that have scenarios still, when filters have taken theirs out. */
  List<UplinkTests> uplinks() {
    return uplinks.stream().filter(each -> getChildren().contains(each.descriptor())).toList();
  }
}
