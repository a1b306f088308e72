package dev.hairpin.dialect;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.TransportMapping;
import org.snmp4j.agent.BaseAgent;
import org.snmp4j.agent.CommandProcessor;
import org.snmp4j.agent.DuplicateRegistrationException;
import org.snmp4j.agent.mo.snmp.RowStatus;
import org.snmp4j.agent.mo.snmp.SnmpCommunityMIB;
import org.snmp4j.agent.mo.snmp.SnmpNotificationMIB;
import org.snmp4j.agent.mo.snmp.SnmpTargetMIB;
import org.snmp4j.agent.mo.snmp.StorageType;
import org.snmp4j.agent.mo.snmp.VacmMIB;
import org.snmp4j.agent.security.MutableVACM;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

/**
 * A real SNMP agent in a switch's namespace, with a vendor's objects: one user of SNMPv3 and one
 * community, both held to views (RFC 3415).
 */
public final class DialectAgent extends BaseAgent implements AutoCloseable {
  public static final String USER = "qa";
  public static final String AUTHENTICATION = "sieben-siegel";
  public static final String PRIVACY = "sieben-schleier";
  public static final String COMMUNITY = "sieben-zwerge";

  private static final int PORT = 161;
  private static final OctetString GROUP = new OctetString("operators");
  private static final OctetString SEEN = new OctetString("seen");
  private static final OctetString SET = new OctetString("set");
  private static final OID ALL = new OID("1");
  private static final OID ENTERPRISES = new OID("1.3.6.1.4.1");

  static {
    // A report that a user or key is wrong can't be signed with that key; other agents send it
    // bare.
    SNMP4JSettings.setReportSecurityLevelStrategy(
        SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
  }

  private final NetNamespace where;
  private final String address;
  private final AgentDialect dialect;

  private DialectAgent(Path folder, NetNamespace where, String address, AgentDialect dialect) {
    super(
        folder.resolve("agent-boots").toFile(),
        folder.resolve("agent-configuration").toFile(),
        new Ears(dialect.device));
    this.where = where;
    this.address = address;
    this.dialect = dialect;
    setSysDescr(new OctetString(dialect.sysDescr()));
    setSysOID(dialect.sysObjectId());
  }

  /**
   * Starts it on port 161 of an address in a namespace.
   *
   * @param folder for its files
   */
  public static DialectAgent start(
      Path folder, NetNamespace where, String address, AgentDialect dialect) throws IOException {
    DialectAgent agent = new DialectAgent(folder, where, address, dialect);
    agent.init();
    agent.finishInit();
    agent.run();
    return agent;
  }

  /** From now on the user sees and sets what this fault leaves. */
  public void narrow(Fault fault) {
    if (fault == Fault.UNSEEN) {
      exclude(SEEN);
    }
    if (fault == Fault.UNPRIVILEGED || fault == Fault.UNSEEN) {
      exclude(SET);
    }
  }

  private void exclude(OctetString view) {
    vacmMIB.addViewTreeFamily(
        view, ENTERPRISES, new OctetString(), VacmMIB.vacmViewExcluded, StorageType.volatile_);
  }

  /** Hears requests, but for those that a fault makes it deaf to. */
  private static final class Ears extends CommandProcessor {
    private final Device device;
    private boolean silent;

    Ears(Device device) {
      super(new OctetString(MPv3.createLocalEngineID()));
      this.device = device;
    }

    @Override
    public <A extends org.snmp4j.smi.Address> void processPdu(CommandResponderEvent<A> event) {
      boolean setting = event.getPDU().getType() == PDU.SET;
      if (setting && device.fault == Fault.DROPS_ONCE && device.dropped == 0) {
        device.dropped++;
        return;
      }
      silent = device.fault == Fault.SILENT && (silent || setting);
      if (!silent) {
        super.processPdu(event);
      }
    }
  }

  @Override
  protected void initTransportMappings() throws IOException {
    try {
      TransportMapping<?> socket =
          where.call(() -> new DefaultUdpTransportMapping(new UdpAddress(address + "/" + PORT)));
      transportMappings = new TransportMapping<?>[] {socket};
    } catch (IOException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException(failed);
    }
  }

  /** With security models of its own: there may be other agents and managers beside it. */
  @Override
  protected void initMessageDispatcher() {
    SecurityProtocols protocols =
        new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
    usm = new USM(protocols, agent.getContextEngineID(), 1);
    SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {usm});
    mpv3 =
        new MPv3(
            agent.getContextEngineID().getValue(),
            new DefaultPDUFactory(),
            protocols,
            models,
            new CounterSupport());
    dispatcher = new MessageDispatcherImpl();
    dispatcher.addMessageProcessingModel(new MPv2c());
    dispatcher.addMessageProcessingModel(mpv3);
    initSnmpSession();
  }

  @Override
  protected void registerManagedObjects() {
    List<LiveObjects> all = new ArrayList<>(InterfaceObjects.of(dialect));
    all.add(new BridgeObjects(dialect));
    all.addAll(dialect.vendors());
    try {
      for (LiveObjects each : all) {
        server.register(each, null);
      }
    } catch (DuplicateRegistrationException twice) {
      throw new IllegalStateException(twice);
    }
  }

  @Override
  protected void unregisterManagedObjects() {
    // They end with the server.
  }

  @Override
  protected void addUsmUser(USM users) {
    users.addUser(
        new UsmUser(
            new OctetString(USER),
            AuthSHA.ID,
            new OctetString(AUTHENTICATION),
            PrivAES128.ID,
            new OctetString(PRIVACY)));
  }

  @Override
  protected void addViews(VacmMIB vacm) {
    vacm.addGroup(
        SecurityModel.SECURITY_MODEL_USM, new OctetString(USER), GROUP, StorageType.volatile_);
    vacm.addGroup(
        SecurityModel.SECURITY_MODEL_SNMPv2c,
        new OctetString(COMMUNITY),
        GROUP,
        StorageType.volatile_);
    access(vacm, SecurityModel.SECURITY_MODEL_USM, SecurityLevel.AUTH_PRIV);
    access(vacm, SecurityModel.SECURITY_MODEL_SNMPv2c, SecurityLevel.NOAUTH_NOPRIV);
    for (OctetString each : List.of(SEEN, SET)) {
      vacm.addViewTreeFamily(
          each, ALL, new OctetString(), VacmMIB.vacmViewIncluded, StorageType.volatile_);
    }
  }

  private static void access(VacmMIB vacm, int model, int level) {
    vacm.addAccess(
        GROUP,
        new OctetString(),
        model,
        level,
        MutableVACM.VACM_MATCH_EXACT,
        SEEN,
        SET,
        SEEN,
        StorageType.volatile_);
  }

  @Override
  protected void addCommunities(SnmpCommunityMIB communities) {
    OctetString name = new OctetString(COMMUNITY);
    Variable[] row = {
      name,
      name,
      agent.getContextEngineID(),
      new OctetString(),
      new OctetString(),
      new Integer32(StorageType.volatile_),
      new Integer32(RowStatus.active)
    };
    communities
        .getSnmpCommunityEntry()
        .addRow(communities.getSnmpCommunityEntry().createRow(name.toSubIndex(true), row));
  }

  @Override
  protected void addNotificationTargets(SnmpTargetMIB targets, SnmpNotificationMIB notifications) {
    // Nobody is told anything.
  }

  @Override
  public void close() {
    stop();
  }
}
