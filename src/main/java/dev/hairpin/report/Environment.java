package dev.hairpin.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was tested with what, as names and values. */
final class Environment {
  private Environment() {}

  /** Of the run as a whole. */
  static Map<String, String> of(Results results) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("run", results.run().id());
    values.put("version", results.run().version());
    values.put("lab", results.lab().name());
    values.put("kernel", results.lab().host().kernel());
    values.put("accelerator", results.lab().host().accelerator());
    values.putAll(results.environment());
    return values;
  }

  /** Of the run and one uplink. */
  static Map<String, String> of(Results results, String uplink) {
    Map<String, String> values = of(results);
    values.put("uplink", uplink);
    for (LabInfo.Uplink each : results.lab().uplinks()) {
      if (each.name().equals(uplink)) {
        values.put("nic", each.nic());
        values.put("driver", each.driver());
        values.put("port", each.port());
        values.put("switch", each.switchInfo().name());
        values.put("profile", each.switchInfo().profile());
        values.put("system", each.switchInfo().system());
        values.put("control", each.switchInfo().control());
      }
    }
    return values;
  }
}
