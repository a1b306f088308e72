package dev.hairpin.switches;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Reflective relay by the profile's objects. */
final class SnmpRelay implements RelayControl {
  private static final long FIRST_PAUSE = 20;
  private static final long LONGEST_PAUSE = 500;

  private final Profile profile;
  private final Profile.RelaySnmp objects;
  private final SnmpLink link;
  private final PortTable ports;

  /** The names of ports by their index, read again only where one comes up for the first time. */
  private Map<Integer, String> names = Map.of();

  private final Set<Integer> asked = new HashSet<>();

  /**
   * @param profile has objects
   */
  SnmpRelay(Profile profile, SnmpLink link, PortTable ports) {
    this.profile = profile;
    this.objects = profile.relaySnmp().orElseThrow();
    this.link = link;
    this.ports = ports;
  }

  @Override
  public synchronized RelayState show(String port) throws SwitchException {
    OID oid = filled(objects.show().oid(), port);
    return state(oid, link.get(oid));
  }

  @Override
  public synchronized Readback set(String port, RelayState wanted) throws SwitchException {
    if (profile.refused().isPresent()) {
      throw link.dialogue().showOnly(profile);
    }
    List<Request> requests =
        requests(wanted == RelayState.ON ? objects.enable() : objects.disable(), port);
    long sent = System.nanoTime();
    carryOut(requests, port);
    long answered = System.nanoTime();
    return new Readback(port, wanted, show(port), sent, answered, System.nanoTime());
  }

  @Override
  public synchronized boolean save(String port) throws SwitchException {
    if (objects.save().isEmpty()) {
      throw link.dialogue()
          .notConfigured(
              "the profile " + profile.name() + " has no objects that save",
              "Use control: ssh, add reflective-relay.snmp.save to the profile, or save on the"
                  + " switch by hand.");
    }
    carryOut(requests(objects.save(), port), port);
    return true;
  }

  @Override
  public synchronized Optional<Map<String, RelayState>> showAll() throws SwitchException {
    Optional<SnmpColumn> column = SnmpColumn.of(objects.show().oid());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    Map<String, RelayState> states = new LinkedHashMap<>();
    for (VariableBinding row : link.walk(new OID(column.get().root()))) {
      OptionalInt index = column.get().index(row.getOid());
      if (index.isPresent()) {
        if (asked.add(index.getAsInt()) && !names.containsKey(index.getAsInt())) {
          names = column.get().names(link);
        }
        // a port without a name is told by its number: it must not change either
        String name = names.getOrDefault(index.getAsInt(), String.valueOf(index.getAsInt()));
        states.put(name, state(row.getOid(), row.getVariable()));
      }
    }
    return Optional.of(states);
  }

  @Override
  public Optional<String> portConfiguration(String port) {
    return Optional.empty();
  }

  @Override
  public FoundPort found(String port) throws SwitchException {
    return new FoundPort(show(port));
  }

  @Override
  public Readback restore(String port, FoundPort found) throws SwitchException {
    return set(port, found.relay());
  }

  @Override
  public void close() {
    link.close();
  }

  /** A SET with everything filled in. */
  private record Request(OID oid, Variable value, Optional<Polled> until) {}

  /** A {@link SnmpResult} with everything filled in. */
  private record Polled(OID oid, SnmpResult result) {}

  private RelayState state(OID oid, Variable value) throws SwitchException {
    Profile.SnmpShow show = objects.show();
    if (SnmpText.says(value, show.enabled())) {
      return RelayState.ON;
    }
    if (show.disabled().isPresent() && !SnmpText.says(value, show.disabled().get())) {
      throw link.dialogue()
          .unreachable(
              "%s is '%s', neither on (%s) nor off (%s)"
                  .formatted(oid, SnmpText.of(value), show.enabled(), show.disabled().get()),
              "Read it by hand; if the answer is right, mend the profile's show.",
              null);
    }
    return RelayState.OFF;
  }

  /** All filled in before the first is sent, so that a fault in the last sends nothing. */
  private List<Request> requests(List<Profile.SnmpSet> sets, String port) throws SwitchException {
    List<Request> requests = new ArrayList<>();
    for (Profile.SnmpSet set : sets) {
      Optional<Polled> until = Optional.empty();
      if (set.until().isPresent()) {
        SnmpResult result = set.until().get();
        until = Optional.of(new Polled(filled(result.oid(), port), result));
      }
      requests.add(new Request(filled(set.oid(), port), value(set), until));
    }
    return requests;
  }

  private void carryOut(List<Request> requests, String port) throws SwitchException {
    try {
      for (Request each : requests) {
        link.set(each.oid(), each.value());
        if (each.until().isPresent()) {
          await(each, each.until().get());
        }
      }
    } catch (SwitchRefusedException no) {
      throw explained(no, port);
    }
  }

  /** The refusal with the switch's own words for it, where it has some. */
  private SwitchRefusedException explained(SwitchRefusedException no, String port) {
    if (objects.reason().isEmpty()) {
      return no;
    }
    try {
      String words = SnmpText.of(link.get(filled(objects.reason().get(), port))).strip();
      return words.isEmpty()
          ? no
          : link.dialogue()
              .refused(
                  no.command(),
                  no.answer() + " (" + words + ")",
                  "In brackets is the switch's reason for the last SET that failed, which may be"
                      + " another one than this.");
    } catch (SwitchException untold) {
      return no;
    }
  }

  private void await(Request request, Polled polled) throws SwitchException {
    SnmpResult result = polled.result();
    String text = "SET " + request.oid() + " = " + request.value();
    long deadline = System.nanoTime() + result.within().toNanos();
    long pause = FIRST_PAUSE;
    while (true) {
      Variable now = link.get(polled.oid());
      if (result.values().stream().anyMatch(each -> SnmpText.says(now, each))) {
        return;
      }
      String said = polled.oid() + " = " + SnmpText.of(now);
      if (result.failed().stream().anyMatch(each -> SnmpText.says(now, each))) {
        throw link.dialogue()
            .refused(text, said, "This value means that it failed; see the switch's log.");
      }
      if (System.nanoTime() > deadline) {
        throw link.dialogue()
            .unreachable(
                "'%s' was not done within %s: waited for %s, last seen: %s"
                    .formatted(
                        text,
                        Patience.seconds(result.within()),
                        String.join(" or ", result.values()),
                        said),
                "See the switch's log, or give the profile's until more time.",
                null);
      }
      pause(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  private void pause(long millis) throws SwitchException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw link.dialogue()
          .unreachable("interrupted while waiting for a result", "Run it again.", stop);
    }
  }

  private OID filled(String template, String port) throws SwitchException {
    String text = PortParts.fill(profile.portName(), template, port);
    if (text.contains("{if-index}") || text.contains("{port-index}")) {
      int ifIndex = ports.ifIndex(port);
      text = text.replace("{if-index}", String.valueOf(ifIndex));
      if (text.contains("{port-index}")) {
        text = text.replace("{port-index}", String.valueOf(ports.bridgePort(ifIndex)));
      }
    }
    try {
      return new OID(text);
    } catch (RuntimeException fault) {
      throw notRight("oid", template, fault);
    }
  }

  private Variable value(Profile.SnmpSet set) throws NotConfiguredException {
    try {
      return switch (set.type()) {
        case "integer" -> new Integer32(Integer.parseInt(set.value()));
        case "unsigned" -> new UnsignedInteger32(Long.parseLong(set.value()));
        case "string" -> new OctetString(set.value());
        case "hex-string" -> SnmpText.hex(set.value());
        case "oid" -> new OID(set.value());
        default -> throw new IllegalArgumentException("no such type: " + set.type());
      };
    } catch (RuntimeException fault) {
      throw notRight(set.type(), set.value(), fault);
    }
  }

  private NotConfiguredException notRight(String type, String text, RuntimeException fault) {
    return new NotConfiguredException(
        link.dialogue()
            .message(
                "the profile's '" + text + "' is no " + type + ": " + Cause.of(fault),
                "Mend reflective-relay.snmp in the profile (hairpin profile check FILE)."),
        fault);
  }
}
