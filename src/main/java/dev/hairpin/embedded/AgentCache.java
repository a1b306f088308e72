package dev.hairpin.embedded;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * For how long the lab's agent answers from what it last read of its interfaces: net-snmp keeps
 * that for three seconds, and takes another time by its own nsCacheTable (NET-SNMP-AGENT-MIB) only.
 * A switch counts in its hardware; waiting for a program's memory would prove nothing more.
 */
final class AgentCache {
  /** nsCacheTimeout of ifTable, in seconds; the object that the community may set. */
  static final String TIMEOUT = "1.3.6.1.4.1.8072.1.5.3.1.2.1.3.6.1.2.1.2.2";

  /** With more uplinks, reading all interfaces for each request costs more than it saves. */
  private static final int FEW_UPLINKS = 4;

  private static final int PATIENCE_MILLIS = 2000;

  private AgentCache() {}

  /**
   * Sets it, from the switch's own address.
   *
   * @param community the one that may
   * @throws IOException when the agent doesn't take it
   */
  static void shorten(NetNamespace switching, String community, int uplinks) throws IOException {
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    dispatcher.addMessageProcessingModel(new MPv2c());
    try (Snmp snmp = new Snmp(dispatcher, switching.call(DefaultUdpTransportMapping::new))) {
      snmp.listen();
      CommunityTarget<UdpAddress> target =
          new CommunityTarget<>(
              new UdpAddress(LabNamespaces.SWITCH_ADDRESS + "/161"), new OctetString(community));
      target.setVersion(SnmpConstants.version2c);
      target.setTimeout(PATIENCE_MILLIS);
      target.setRetries(1);
      PDU request = new PDU();
      request.setType(PDU.SET);
      int seconds = uplinks <= FEW_UPLINKS ? 0 : 1;
      request.add(new VariableBinding(new OID(TIMEOUT), new Integer32(seconds)));
      Optional<PDU> answer = Optional.ofNullable(snmp.send(request, target).getResponse());
      String told = answer.map(PDU::getErrorStatusText).orElse("nothing");
      if (answer.isEmpty() || answer.get().getErrorStatus() != PDU.noError) {
        throw new IOException("the lab's agent answered to its cache's time: " + told);
      }
    } catch (IOException trouble) {
      throw trouble;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while setting up the lab's agent");
    } catch (Exception trouble) {
      throw new IOException("the lab's agent can't be spoken to: " + trouble.getMessage(), trouble);
    }
  }
}
