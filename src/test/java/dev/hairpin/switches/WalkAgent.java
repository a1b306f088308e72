package dev.hairpin.switches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * An agent that answers from a walk: lines of {@code OID|TYPE|VALUE} as snmprec files have them
 * (types by their BER tags: 2 integer, 4 octets, 4x octets in hex, 6 OID, 65 counter, 66 gauge, 67
 * ticks). It can be told to answer badly. SETs change the walk.
 */
final class WalkAgent implements AutoCloseable, CommandResponder {
  /** What an agent may do instead of answering; null answers as usual. */
  @FunctionalInterface
  interface Fault {
    @Nullable PDU instead(PDU request, PDU rightAnswer);
  }

  final TreeMap<OID, Variable> objects = new TreeMap<>();
  final AtomicInteger bulks = new AtomicInteger();
  private volatile Fault fault = (request, right) -> null;
  private final DefaultUdpTransportMapping transport;
  private final Snmp snmp;

  WalkAgent(Map<OID, Variable> walk) {
    objects.putAll(walk);
    try {
      transport = new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0"));
      snmp = new Snmp(transport);
      SecurityProtocols protocols =
          new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
      protocols.addPrivacyProtocol(new Priv3DES());
      protocols.addPrivacyProtocol(new PrivAES192With3DESKeyExtension());
      protocols.addPrivacyProtocol(new PrivAES256With3DESKeyExtension());
      OctetString engine = new OctetString(MPv3.createLocalEngineID());
      USM usm = new USM(protocols, engine, 1);
      MPv3 v3 = (MPv3) snmp.getMessageProcessingModel(MPv3.ID);
      v3.setLocalEngineID(engine.getValue());
      v3.setSecurityProtocols(protocols);
      v3.setSecurityModels(
          SecurityModels.getCollection(new org.snmp4j.security.SecurityModel[] {usm}));
      this.usm = usm;
      snmp.addCommandResponder(this);
      snmp.listen();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private final USM usm;

  static WalkAgent of(String text) {
    return new WalkAgent(parse(text));
  }

  static WalkAgent of(Path walk) throws IOException {
    return of(Files.readString(walk));
  }

  void user(String name, OID auth, OID priv) {
    usm.addUser(
        new UsmUser(
            new OctetString(name),
            auth,
            new OctetString("authpass-1"),
            priv,
            new OctetString("privpass-1")));
  }

  /** From now on it does this instead. */
  void does(Fault other) {
    fault = other;
  }

  int port() {
    return transport.getListenAddress().getPort();
  }

  static Map<OID, Variable> parse(String text) {
    Map<OID, Variable> walk = new TreeMap<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\\|", 3);
      walk.put(new OID(parts[0]), variable(parts[1], parts[2]));
    }
    return walk;
  }

  private static Variable variable(String type, String value) {
    return switch (type) {
      case "2" -> new Integer32(Integer.parseInt(value));
      case "4" -> new OctetString(value);
      case "4x" -> SnmpText.hex(value);
      case "6" -> new OID(value);
      case "65" -> new Counter32(Long.parseLong(value));
      case "66" -> new Gauge32(Long.parseLong(value));
      case "67" -> new TimeTicks(Long.parseLong(value));
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }

  @Override
  public synchronized <A extends org.snmp4j.smi.Address> void processPdu(
      CommandResponderEvent<A> event) {
    PDU request = event.getPDU();
    if (request == null || event.isProcessed()) {
      return;
    }
    event.setProcessed(true);
    if (request.getType() == PDU.GETBULK) {
      bulks.incrementAndGet();
    }
    PDU right = answer(request);
    PDU instead = fault.instead(request, right);
    PDU response = instead == null ? right : instead;
    if (response == SILENCE) {
      return;
    }
    response.setRequestID(request.getRequestID());
    try {
      event
          .getMessageDispatcher()
          .returnResponsePdu(
              event.getMessageProcessingModel(),
              event.getSecurityModel(),
              event.getSecurityName(),
              event.getSecurityLevel(),
              response,
              event.getMaxSizeResponsePDU(),
              event.getStateReference(),
              new org.snmp4j.mp.StatusInformation());
    } catch (org.snmp4j.MessageException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The answer that is none. */
  static final PDU SILENCE = new PDU();

  private PDU answer(PDU request) {
    PDU response = empty(request);
    switch (request.getType()) {
      case PDU.GET -> request.getAll().forEach(each -> response.add(get(each.getOid())));
      case PDU.GETNEXT -> request.getAll().forEach(each -> response.add(next(each.getOid())));
      case PDU.GETBULK -> {
        OID at = request.get(0).getOid();
        for (int count = 0; count < request.getMaxRepetitions(); count++) {
          VariableBinding row = next(at);
          response.add(row);
          at = row.getOid();
          if (row.getVariable().isException()) {
            break;
          }
        }
      }
      default ->
          request
              .getAll()
              .forEach(
                  each -> {
                    objects.put(each.getOid(), each.getVariable());
                    response.add(each);
                  });
    }
    return response;
  }

  private VariableBinding get(OID oid) {
    return new VariableBinding(oid, objects.getOrDefault(oid, Null.noSuchInstance));
  }

  private VariableBinding next(OID oid) {
    Map.Entry<OID, Variable> row = objects.higherEntry(oid);
    return row == null
        ? new VariableBinding(oid, Null.endOfMibView)
        : new VariableBinding(row.getKey(), row.getValue());
  }

  /** A response with nothing in it, of the request's kind. */
  static PDU empty(PDU request) {
    PDU response = request instanceof org.snmp4j.ScopedPDU scoped ? scopedLike(scoped) : new PDU();
    response.setType(PDU.RESPONSE);
    return response;
  }

  private static PDU scopedLike(org.snmp4j.ScopedPDU request) {
    org.snmp4j.ScopedPDU response = new org.snmp4j.ScopedPDU();
    response.setContextEngineID(request.getContextEngineID());
    response.setContextName(request.getContextName());
    return response;
  }

  /** A response that says no. */
  static PDU refusal(PDU request, int status) {
    PDU response = empty(request);
    request.getAll().forEach(response::add);
    response.setErrorStatus(status);
    response.setErrorIndex(1);
    return response;
  }

  static final int V2C = SnmpConstants.version2c;

  @Override
  public void close() throws IOException {
    snmp.close();
  }
}
