package dev.hairpin.steps;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of checks: the tag that a scenario has for itself. What has none for itself gets a
 * number. All scenarios that were found count, those too that don't run: a check is called the same
 * whatever it runs with.
 */
public final class CheckIds {
  private final Map<String, CheckId> ids = new LinkedHashMap<>();

  private CheckIds() {}

  /** Those of all scenarios, in whatever order they were found. */
  public static CheckIds of(Collection<FoundScenario> found) {
    List<FoundScenario> ordered =
        found.stream()
            .sorted(Comparator.comparing(FoundScenario::uri).thenComparingInt(FoundScenario::line))
            .toList();
    Map<String, Set<String>> carriers = carriers(found);
    Map<FoundScenario, String> wanted = new LinkedHashMap<>();
    ordered.forEach(each -> wanted.put(each, name(each, carriers)));

    Numbers numbers = new Numbers(wanted.values());
    Map<List<String>, String> scenarios = new LinkedHashMap<>();
    wanted.forEach(
        (each, name) ->
            scenarios.computeIfAbsent(List.of(each.place(), name), key -> numbers.next(name)));
    CheckIds all = new CheckIds();
    Set<String> begun = new HashSet<>();
    wanted.forEach(
        (each, name) -> {
          String scenario = scenarios.getOrDefault(List.of(each.place(), name), name);
          String id = begun.add(scenario) ? scenario : numbers.next(scenario);
          all.ids.put(key(each.uri(), each.line()), new CheckId(id, scenario));
        });
    return all;
  }

  /** The places of the scenarios that carry a tag. */
  private static Map<String, Set<String>> carriers(Collection<FoundScenario> found) {
    Map<String, Set<String>> carriers = new HashMap<>();
    for (FoundScenario each : found) {
      each.names()
          .forEach(tag -> carriers.computeIfAbsent(tag, key -> new HashSet<>()).add(each.place()));
    }
    return carriers;
  }

  private static String name(FoundScenario scenario, Map<String, Set<String>> carriers) {
    return scenario.names().stream()
        .filter(each -> carriers.getOrDefault(each, Set.of()).size() == 1)
        .findFirst()
        .map(each -> each.substring(1))
        .orElseGet(scenario::sharedName);
  }

  /** The name of the scenario, or the outline's row, that stands there. */
  public CheckId at(String uri, int line) {
    String place = key(uri, line);
    return ids.getOrDefault(place, new CheckId(place, place));
  }

  /** All of them, in the order of the files. */
  public List<String> all() {
    return ids.values().stream().map(CheckId::id).toList();
  }

  private static String key(String uri, int line) {
    return uri + ":" + line;
  }

  /** Numbers behind names, none of which makes a name that is wanted by itself. */
  private static final class Numbers {
    private final Set<String> wanted;
    private final Set<String> given = new HashSet<>();

    Numbers(Collection<String> wanted) {
      this.wanted = Set.copyOf(wanted);
    }

    String next(String name) {
      String candidate = name;
      for (int number = 2;
          given.contains(candidate) || (number > 2 && wanted.contains(candidate));
          number++) {
        candidate = name + "-" + number;
      }
      given.add(candidate);
      return candidate;
    }
  }
}
