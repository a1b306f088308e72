package dev.hairpin.switches;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.util.DefaultPDUFactory;

/**
 * One SNMP session with one agent. It shares nothing with other sessions: users, keys, clocks and
 * socket are its own.
 */
final class SnmpLink implements Closeable {
  private static final int ROWS_AT_ONCE = 25;
  private static final int MOST_ROWS = 50_000;

  static {
    // A report that a key is wrong can't be signed with that key; else it would be a time-out.
    SNMP4JSettings.setReportSecurityLevelStrategy(
        SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
  }

  private final Snmp snmp;
  private final MPv3 v3;
  private final USM usm;
  private final Target<UdpAddress> target;
  private final Dialogue dialogue;
  private final Patience patience;
  private boolean answered;

  /** Rows asked for at once; 0 when this agent is asked for one at a time. */
  private int repetitions = ROWS_AT_ONCE;

  private SnmpLink(
      Snmp snmp,
      MPv3 v3,
      USM usm,
      Target<UdpAddress> target,
      Dialogue dialogue,
      Patience patience) {
    this.snmp = snmp;
    this.v3 = v3;
    this.usm = usm;
    this.target = target;
    this.dialogue = dialogue;
    this.patience = patience;
  }

  /** Opens a socket; the agent is not asked yet. */
  static SnmpLink open(SwitchAccess.Snmp access, Reach reach, Dialogue dialogue, Patience patience)
      throws SwitchException {
    UdpAddress address = address(reach, dialogue);
    SnmpSecurity security = SnmpSecurity.of(access, address, dialogue);
    OctetString engine = new OctetString(MPv3.createLocalEngineID());
    SecurityProtocols protocols =
        new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
    protocols.addPrivacyProtocol(new Priv3DES());
    protocols.addPrivacyProtocol(new PrivAES192With3DESKeyExtension());
    protocols.addPrivacyProtocol(new PrivAES256With3DESKeyExtension());
    USM usm = new USM(protocols, engine, 0);
    security.user().ifPresent(usm::addUser);
    MPv3 v3 =
        new MPv3(
            engine.getValue(),
            new DefaultPDUFactory(),
            protocols,
            SecurityModels.getCollection(new SecurityModel[] {usm}),
            new CounterSupport());
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    dispatcher.addMessageProcessingModel(new MPv2c());
    dispatcher.addMessageProcessingModel(v3);
    try {
      Snmp snmp = new Snmp(dispatcher, SnmpTransport.open(reach));
      snmp.listen();
      return new SnmpLink(snmp, v3, usm, security.target(), dialogue, patience);
    } catch (IOException trouble) {
      throw dialogue.unreachable(
          "no SNMP session can be opened: " + Cause.of(trouble),
          "Check the address and the way there.",
          trouble);
    }
  }

  /**
   * The objects' values, in this order; a missing one's value says so by being an exception. An
   * agent that can't answer for all at once is asked in parts.
   */
  synchronized List<Variable> get(List<OID> oids) throws SwitchException {
    PDU request = pdu(PDU.GET, oids.stream().map(VariableBinding::new));
    String text = "GET " + join(oids.stream().map(OID::toDottedString));
    PDU response = ask(request, text, patience.snmpGet(), patience.snmpRetries());
    int status = response.getErrorStatus();
    if (status != PDU.noError && oids.size() > 1) {
      // Too much for one message, or one of them spoils it for the others: halves find out.
      int half = oids.size() / 2;
      List<Variable> values = new ArrayList<>(get(oids.subList(0, half)));
      values.addAll(get(oids.subList(half, oids.size())));
      return List.copyOf(values);
    }
    if (status == PDU.noSuchName) {
      // The first version's word for it, which some agents have kept.
      return List.of(Null.noSuchObject);
    }
    if (status != PDU.noError) {
      throw SnmpAnswer.refusal(response, text, dialogue);
    }
    List<OID> answered = response.getAll().stream().map(VariableBinding::getOid).toList();
    if (!answered.equals(oids)) {
      throw dialogue.unreachable(
          "the agent answers '"
              + text
              + "' with other objects: "
              + join(answered.stream().map(OID::toDottedString)),
          "This agent is broken: see its log, or use control: ssh.",
          null);
    }
    return response.getAll().stream().map(VariableBinding::getVariable).toList();
  }

  /**
   * The object's value.
   *
   * @throws NotInViewException when the agent has none for this user
   */
  Variable get(OID oid) throws SwitchException {
    Variable value = get(List.of(oid)).get(0);
    if (!SnmpAnswer.isValue(value)) {
      throw notInView("GET " + oid.toDottedString(), value.toString());
    }
    return value;
  }

  /**
   * Sets one object. When the agent doesn't answer in time, the object is read before anything is
   * sent again: a SET that is late must not be followed by a blind second one.
   */
  synchronized void set(OID oid, Variable value) throws SwitchException {
    PDU request = pdu(PDU.SET, Stream.of(new VariableBinding(oid, value)));
    String text = "SET " + oid.toDottedString() + " = " + value;
    try {
      setOnce(request, text);
    } catch (SnmpTimeoutException late) {
      dialogue.note("no answer to the SET; reading the object before anything else");
      if (get(oid).equals(value)) {
        return;
      }
      request.setRequestID(new Integer32(0));
      setOnce(request, text);
    }
  }

  /** All objects below this one, in order. */
  List<VariableBinding> walk(OID root) throws SwitchException {
    return walk(root, row -> false);
  }

  /**
   * Objects below this one, in order.
   *
   * @param last whether a row is the last that is wanted
   * @throws SwitchUnreachableException when the agent's table runs in circles or has no end
   */
  synchronized List<VariableBinding> walk(OID root, Predicate<VariableBinding> last)
      throws SwitchException {
    List<VariableBinding> rows = new ArrayList<>();
    OID at = root;
    while (true) {
      List<VariableBinding> next = next(at);
      if (next.isEmpty()) {
        return rows;
      }
      for (VariableBinding row : next) {
        OID oid = row.getOid();
        if (!oid.startsWith(root) || !SnmpAnswer.isValue(row.getVariable())) {
          return rows;
        }
        if (oid.compareTo(at) <= 0) {
          if (repetitions > 0) {
            oneByOne("with rows that are not in order");
            return walk(root, last);
          }
          throw dialogue.unreachable(
              "the agent's table "
                  + root.toDottedString()
                  + " runs in circles: after "
                  + at.toDottedString()
                  + " it gives "
                  + oid.toDottedString(),
              "This agent is broken: see whether its system has an update, or use control: ssh.",
              null);
        }
        rows.add(row);
        at = oid;
        if (last.test(row)) {
          return rows;
        }
      }
      if (rows.size() > MOST_ROWS) {
        throw dialogue.unreachable(
            "the table " + root.toDottedString() + " does not end", "See the agent's log.", null);
      }
    }
  }

  /** The first object below the root that follows a place, as a list of one or none. */
  synchronized List<VariableBinding> after(OID root, OID place) throws SwitchException {
    List<VariableBinding> next = next(place);
    return next.isEmpty()
            || !next.get(0).getOid().startsWith(root)
            || next.get(0).getOid().compareTo(place) <= 0
            || !SnmpAnswer.isValue(next.get(0).getVariable())
        ? List.of()
        : List.of(next.get(0));
  }

  /** The rows that follow an object; none at the end of all. */
  private List<VariableBinding> next(OID at) throws SwitchException {
    while (repetitions > 0) {
      PDU request = pdu(PDU.GETBULK, Stream.of(new VariableBinding(at)));
      request.setMaxRepetitions(repetitions);
      String text = "GETBULK " + at.toDottedString();
      try {
        PDU response = ask(request, text, patience.snmpGet(), patience.snmpRetries());
        int status = response.getErrorStatus();
        if (status == PDU.noError && response.size() > 0) {
          return List.copyOf(response.getAll());
        }
        if (status == PDU.tooBig && repetitions > 1) {
          repetitions = Math.max(1, repetitions / 5);
        } else {
          oneByOne(
              status == PDU.noError ? "with nothing" : "with " + response.getErrorStatusText());
        }
      } catch (SnmpTimeoutException silent) {
        // Answers that long are lost on some ways, and some agents never give them.
        oneByOne("with silence");
      }
    }
    PDU request = pdu(PDU.GETNEXT, Stream.of(new VariableBinding(at)));
    String text = "GETNEXT " + at.toDottedString();
    PDU response = ask(request, text, patience.snmpGet(), patience.snmpRetries());
    if (response.getErrorStatus() == PDU.noSuchName) {
      return List.of();
    }
    if (response.getErrorStatus() != PDU.noError) {
      throw SnmpAnswer.refusal(response, text, dialogue);
    }
    return List.copyOf(response.getAll());
  }

  private void oneByOne(String answer) {
    dialogue.note("the agent answers GETBULK " + answer + "; tables are read by GETNEXT from here");
    repetitions = 0;
  }

  /** That the agent has no such object for us. */
  NotInViewException notInView(String request, String answer) {
    return new NotInViewException(
        dialogue.message(
            "answered '" + request + "' with '" + answer + "'",
            "Either this system has no such object, or the user's view leaves it out: widen the"
                + " view on the agent, or mend the profile's OID."),
        request,
        answer);
  }

  Dialogue dialogue() {
    return dialogue;
  }

  /** The agent's engine, once it has answered; nothing with SNMPv2c. */
  synchronized Optional<SnmpEngine> engine() {
    if (!answered || target.getVersion() != SnmpConstants.version3) {
      return Optional.empty();
    }
    return Optional.ofNullable(v3.getEngineID(target.getAddress()))
        .map(OctetString::new)
        .map(
            id ->
                new SnmpEngine(
                    id.toHexString().replace(":", ""),
                    usm.getTimeTable().getTime(id).getEngineBoots()));
  }

  @Override
  public void close() {
    try {
      snmp.close();
    } catch (IOException gone) {
      // Then it is closed.
    }
  }

  private void setOnce(PDU request, String text) throws SwitchException {
    PDU response = ask(request, text, patience.snmpSet(), 0);
    if (response.getErrorStatus() != PDU.noError) {
      throw SnmpAnswer.refusal(response, text, dialogue);
    }
  }

  private PDU ask(PDU request, String text, Duration timeout, int retries) throws SwitchException {
    dialogue.sent(text);
    target.setTimeout(timeout.toMillis());
    target.setRetries(retries);
    PDU response = exchange(request, text);
    if (response == null) {
      throw timeout(text, timeout, retries);
    }
    dialogue.received(
        response.getErrorStatus() == PDU.noError
            ? join(response.getAll().stream().map(SnmpAnswer::text))
            : response.getErrorStatusText());
    if (response.getType() == PDU.REPORT) {
      throw SnmpAnswer.report(response, dialogue);
    }
    answered = true;
    return response;
  }

  private @Nullable PDU exchange(PDU request, String text) throws SwitchUnreachableException {
    try {
      ResponseEvent<UdpAddress> event = snmp.send(request, target);
      if (Thread.currentThread().isInterrupted()) {
        throw dialogue.unreachable(
            "interrupted while waiting for the answer to " + text, "Run it again.", null);
      }
      if (event.getResponse() == null && event.getError() != null) {
        throw new IOException(event.getError());
      }
      return event.getResponse();
    } catch (IOException trouble) {
      if (trouble instanceof SwitchUnreachableException told) {
        throw told;
      }
      throw dialogue.unreachable(
          "the request could not be sent: " + Cause.of(trouble),
          "Check the way from here to the switch.",
          trouble);
    }
  }

  private SnmpTimeoutException timeout(String text, Duration timeout, int retries) {
    String tries =
        retries == 0 ? "once" : (retries + 1) + " times, " + Patience.seconds(timeout) + " each";
    String hint;
    if (answered) {
      hint = "It answered before: see whether the agent still runs.";
    } else if (target.getVersion() == SnmpConstants.version2c) {
      hint =
          "Check address, port and community (an agent says nothing to a wrong one), and that it"
              + " lets this machine in.";
    } else if (v3.getEngineID(target.getAddress()) != null) {
      hint =
          "It did tell its engine id, so it runs: the privacy password or protocol is probably"
              + " wrong (many agents say nothing then), or the user or its authentication (some do).";
    } else {
      hint =
          "Check address and port, and that an SNMPv3 agent runs there and lets this machine in.";
    }
    return new SnmpTimeoutException(
        dialogue.message("no answer to '" + text + "', asked " + tries, hint));
  }

  private PDU pdu(int type, Stream<VariableBinding> bindings) {
    PDU pdu = target.getVersion() == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
    pdu.setType(type);
    bindings.forEach(pdu::add);
    return pdu;
  }

  private static UdpAddress address(Reach reach, Dialogue dialogue) throws SwitchException {
    Place place = dialogue.place();
    try {
      return new UdpAddress(reach.call(() -> InetAddress.getByName(place.address())), place.port());
    } catch (UnknownHostException unknown) {
      throw dialogue.unreachable(
          "this address can't be resolved", "Check the switch's address in the lab file.", unknown);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw dialogue.unreachable("interrupted while connecting", "Run it again.", stop);
    } catch (Exception trouble) {
      throw dialogue.unreachable(
          "the place it is reached from can't be entered: " + Cause.of(trouble),
          "Check that the lab is up.",
          trouble);
    }
  }

  private static String join(Stream<String> texts) {
    return texts.collect(Collectors.joining(", "));
  }
}
