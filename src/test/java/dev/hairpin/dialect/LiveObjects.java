package dev.hairpin.dialect;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snmp4j.agent.DefaultMOScope;
import org.snmp4j.agent.MOScope;
import org.snmp4j.agent.mo.GenericManagedObject;
import org.snmp4j.agent.request.Request;
import org.snmp4j.agent.request.SubRequest;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * All objects below one OID, found out anew for each request. Nothing can be set but where a
 * subclass says so.
 */
abstract class LiveObjects implements GenericManagedObject {
  private final MOScope scope;
  private Optional<Request<?, ?, ?>> asked = Optional.empty();
  private SortedMap<OID, Variable> now = new TreeMap<>();

  LiveObjects(OID root) {
    this.scope = new DefaultMOScope(root, true, root.nextPeer(), false);
  }

  /** What there is now. */
  abstract SortedMap<OID, Variable> objects();

  /** An object is about to be read by its own name. */
  void reading(OID oid) {}

  /** An object was read by its own name; the answer waits to be sent. */
  void read(OID oid) {}

  /**
   * Whether an object can be set to a value; nothing is done yet.
   *
   * @return an error status of RFC 3416; 0 when it can
   */
  int may(OID oid, Variable value) {
    return objects().containsKey(oid)
        ? SnmpConstants.SNMP_ERROR_NOT_WRITEABLE
        : SnmpConstants.SNMP_ERROR_NO_CREATION;
  }

  /**
   * Sets an object that {@link #may} be set so.
   *
   * @return an error status of RFC 3416; 0 when it is done
   */
  int set(OID oid, Variable value) {
    throw new IllegalStateException(oid + " can't be set");
  }

  private synchronized SortedMap<OID, Variable> now(SubRequest<?> request) {
    if (asked.isEmpty() || asked.get() != request.getRequest()) {
      asked = Optional.of(request.getRequest());
      now = objects();
    }
    return now;
  }

  @Override
  public final MOScope getScope() {
    return scope;
  }

  @Override
  public final OID find(MOScope range) {
    return first(objects(), range).orElse(null);
  }

  private static Optional<OID> first(SortedMap<OID, Variable> rows, MOScope range) {
    return rows.tailMap(range.getLowerBound()).keySet().stream()
        .filter(each -> range.isLowerIncluded() || !each.equals(range.getLowerBound()))
        .findFirst()
        .filter(range::covers);
  }

  @Override
  public final void get(SubRequest<?> request) {
    OID oid = request.getVariableBinding().getOid();
    reading(oid);
    request.getVariableBinding().setVariable(now(request).getOrDefault(oid, Null.noSuchInstance));
    read(oid);
    request.completed();
  }

  @Override
  public final boolean next(SubRequest<?> request) {
    Optional<OID> found = first(now(request), request.getScope());
    if (found.isEmpty()) {
      return false;
    }
    request.getVariableBinding().setOid(found.get());
    request.getVariableBinding().setVariable(now(request).get(found.get()));
    request.completed();
    return true;
  }

  @Override
  public final void prepare(SubRequest<?> request) {
    finish(
        request,
        may(request.getVariableBinding().getOid(), request.getVariableBinding().getVariable()));
  }

  @Override
  public final void commit(SubRequest<?> request) {
    finish(
        request,
        set(request.getVariableBinding().getOid(), request.getVariableBinding().getVariable()));
  }

  @Override
  public final void undo(SubRequest<?> request) {
    finish(request, SnmpConstants.SNMP_ERROR_SUCCESS);
  }

  @Override
  public final void cleanup(SubRequest<?> request) {
    request.getStatus().setPhaseComplete(true);
  }

  private static void finish(SubRequest<?> request, int status) {
    if (status != SnmpConstants.SNMP_ERROR_SUCCESS) {
      request.getStatus().setErrorStatus(status);
    }
    request.getStatus().setPhaseComplete(true);
  }
}
