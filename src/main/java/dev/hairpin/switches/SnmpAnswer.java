package dev.hairpin.switches;

import java.util.List;
import java.util.Map;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What agents say instead of a value, in plain words (RFC 3414, RFC 3416). */
final class SnmpAnswer {
  private static final String COMPARE =
      "Compare snmp.username, authentication and privacy in the lab file with the agent's user.";

  /** What a report is called, what it means, and the next step. */
  private record Report(String name, String meaning, String nextStep) {}

  private static final Map<OID, Report> REPORTS =
      Map.of(
          SnmpConstants.usmStatsUnknownUserNames,
          new Report(
              "unknownUserNames",
              "the agent knows no such user",
              "Check snmp.username in the lab file, or make the user on the switch."),
          SnmpConstants.usmStatsWrongDigests,
          new Report(
              "wrongDigests",
              "the authentication password or protocol is wrong",
              "Compare snmp.authentication in the lab file with the agent's user."),
          SnmpConstants.usmStatsDecryptionErrors,
          new Report(
              "decryptionErrors",
              "the privacy password or protocol is wrong",
              "Compare snmp.privacy in the lab file with the agent's user; AES-192 and AES-256"
                  + " come in two kinds, AES-192-C and AES-256-C are the other."),
          SnmpConstants.usmStatsUnsupportedSecLevels,
          new Report(
              "unsupportedSecLevels",
              "the agent does not know this user with this security level, or lacks the protocols",
              "See which of authentication and privacy the agent's user has, and give the lab file"
                  + " those."),
          SnmpConstants.usmStatsNotInTimeWindows,
          new Report(
              "notInTimeWindows",
              "the agent's clock jumps, or another agent has the same engine id",
              "See whether the agent restarts all the time, and give each agent an engine id of its"
                  + " own."),
          SnmpConstants.usmStatsUnknownEngineIDs,
          new Report(
              "unknownEngineIDs",
              "the agent changed its engine id",
              "Run it again; if it stays so, see why the agent's engine id isn't kept."),
          SnmpConstants.snmpUnknownContexts,
          new Report(
              "unknownContexts",
              "the agent does not have the default context",
              "Give the user the default (empty) context on the agent."),
          SnmpConstants.snmpUnavailableContexts,
          new Report(
              "unavailableContexts",
              "the agent has the default context and can't serve it now",
              "See the agent's log."),
          SnmpConstants.snmpInvalidMsgs,
          new Report(
              "invalidMsgs", "the agent could not read the message", "See the agent's log."));

  // RFC 3416, section 3, in the order of their numbers.
  private static final List<String> STATUS =
      List.of(
          "noError",
          "tooBig",
          "noSuchName",
          "badValue",
          "readOnly",
          "genErr",
          "noAccess",
          "wrongType",
          "wrongLength",
          "wrongEncoding",
          "wrongValue",
          "noCreation",
          "inconsistentValue",
          "resourceUnavailable",
          "commitFailed",
          "undoFailed",
          "authorizationError",
          "notWritable",
          "inconsistentName");

  private SnmpAnswer() {}

  /** What a report says; a report is the agent's refusal of the message itself. */
  static AuthenticationFailedException report(PDU report, Dialogue dialogue) {
    OID oid = report.size() == 0 ? new OID() : report.get(0).getOid();
    Report known =
        REPORTS.getOrDefault(
            oid, new Report("the report " + oid.toDottedString(), "it says no more", COMPARE));
    return dialogue.notLetIn(
        "the agent rejects the SNMPv3 message, " + known.name() + ": " + known.meaning(),
        known.nextStep(),
        null);
  }

  /** The error status of a response, as the standard calls it, and what it means here. */
  static SwitchRefusedException refusal(PDU response, String request, Dialogue dialogue) {
    String name = name(response.getErrorStatus());
    int index = response.getErrorIndex();
    String where =
        index >= 1 && index <= response.size()
            ? " at " + response.get(index - 1).getOid().toDottedString()
            : "";
    return dialogue.refused(request, name + where, meaning(response.getErrorStatus()));
  }

  /** Whether the agent has a value there. */
  static boolean isValue(Variable variable) {
    return !variable.isException();
  }

  /** {@code 1.3.6.1.2.1.1.5.0 = tor1}. */
  static String text(VariableBinding binding) {
    return binding.getOid().toDottedString() + " = " + binding.toValueString();
  }

  static String meaning(int status) {
    return switch (status) {
      case PDU.noSuchName -> "The agent has no such object: check the profile's OID and the port.";
      case PDU.readOnly, PDU.notWritable ->
          "The object can't be written: check the profile's OID, and that the agent allows SETs.";
      case PDU.noAccess ->
          "The object is not in the user's write view: give the user write access to it.";
      case PDU.authorizationError ->
          "The user may not do this with this security level: give it access on the agent.";
      case PDU.wrongType, PDU.wrongLength, PDU.wrongEncoding ->
          "The object is of another type: check 'type' in the profile.";
      case PDU.badValue, PDU.wrongValue ->
          "The agent does not take this value: check 'value' in the profile.";
      case PDU.noCreation, PDU.inconsistentName ->
          "The agent has no such row and makes none: check the port and the profile's OID.";
      case PDU.inconsistentValue ->
          "The value does not go with other settings of this port: see the switch's"
              + " configuration.";
      case PDU.resourceUnavailable, PDU.commitFailed, PDU.undoFailed ->
          "The agent could not carry it out: see the switch's log.";
      case PDU.tooBig ->
          "The answer is too long for one message: raise the agent's largest message size.";
      case PDU.genErr ->
          "The agent failed and does not say at what: see its log, and set the same by hand.";
      default -> "The agent gives no further reason: see the switch's log.";
    };
  }

  private static String name(int status) {
    return status >= 0 && status < STATUS.size() ? STATUS.get(status) : "error status " + status;
  }
}
