package dev.hairpin.embedded;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** An SNMPv3 session with a lab's switch. */
final class SnmpTalk implements AutoCloseable {
  private final Snmp snmp;
  private final UserTarget<UdpAddress> target = new UserTarget<>();

  private SnmpTalk(Snmp snmp, String user) {
    this.snmp = snmp;
    target.setAddress(new UdpAddress("192.0.2.2/161"));
    target.setVersion(SnmpConstants.version3);
    target.setSecurityLevel(SecurityLevel.AUTH_PRIV);
    target.setSecurityName(new OctetString(user));
    target.setTimeout(2000);
    target.setRetries(2);
  }

  static SnmpTalk open(NetNamespace management, Map<String, String> values) throws Exception {
    return management.call(
        () -> {
          SecurityProtocols protocols = SecurityProtocols.getInstance();
          protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
          protocols.addPrivacyProtocol(new PrivAES128());
          USM usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
          OctetString name = new OctetString("hairpin");
          usm.addUser(
              name,
              new UsmUser(
                  name,
                  AuthHMAC192SHA256.ID,
                  secret(values.get("authentication-file")),
                  PrivAES128.ID,
                  secret(values.get("privacy-file"))));
          MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
          dispatcher.addMessageProcessingModel(new MPv3(usm));
          Snmp snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping());
          snmp.listen();
          return new SnmpTalk(snmp, "hairpin");
        });
  }

  private static OctetString secret(String file) throws IOException {
    return new OctetString(Files.readString(Path.of(file)).strip());
  }

  private PDU send(int type, VariableBinding binding) throws IOException {
    ScopedPDU pdu = new ScopedPDU();
    pdu.setType(type);
    pdu.add(binding);
    ResponseEvent<UdpAddress> event = snmp.send(pdu, target);
    if (event.getResponse() == null) {
      throw new IOException("no answer");
    }
    return event.getResponse();
  }

  String get(String oid) throws IOException {
    return send(PDU.GET, new VariableBinding(new OID(oid))).get(0).getVariable().toString();
  }

  /** A MAC address. (Its octets alone would pass for text in one agent of a few hundred.) */
  String mac(String oid) throws IOException {
    Variable octets = send(PDU.GET, new VariableBinding(new OID(oid))).get(0).getVariable();
    return ((OctetString) octets).toHexString(':');
  }

  /** The status text: {@code Success}, {@code Wrong value}, … */
  String set(String oid, Variable value) throws IOException {
    return send(PDU.SET, new VariableBinding(new OID(oid), value)).getErrorStatusText();
  }

  String set(String oid, int value) throws IOException {
    return set(oid, new Integer32(value));
  }

  /** A column: what follows its OID, to value. */
  Map<String, String> column(String oid) throws IOException {
    Map<String, String> column = new TreeMap<>();
    OID at = new OID(oid);
    while (true) {
      VariableBinding next = send(PDU.GETNEXT, new VariableBinding(at)).get(0);
      if (!next.getOid().startsWith(new OID(oid)) || next.isException()) {
        return column;
      }
      column.put(
          next.getOid().toString().substring(oid.length() + 1), next.getVariable().toString());
      at = next.getOid();
    }
  }

  @Override
  public void close() throws IOException {
    snmp.close();
  }
}
