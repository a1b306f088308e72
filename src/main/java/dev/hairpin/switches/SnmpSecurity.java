package dev.hairpin.switches;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.UsmUser;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/** As whom a switch is asked by SNMP: a v3 user (RFC 3414) or a v2c community. */
record SnmpSecurity(Optional<UsmUser> user, Target<UdpAddress> target) {
  private static final int SHORTEST = 8;

  static SnmpSecurity of(SwitchAccess.Snmp snmp, UdpAddress address, Dialogue dialogue)
      throws NotConfiguredException {
    if (snmp.version() == 2) {
      Secret community = given(snmp.community(), "community", dialogue);
      CommunityTarget<UdpAddress> target =
          new CommunityTarget<>(
              address, new OctetString(dialogue.reveal(community, "SNMP community")));
      target.setVersion(SnmpConstants.version2c);
      target.setSecurityModel(SecurityModel.SECURITY_MODEL_SNMPv2c);
      return new SnmpSecurity(Optional.empty(), target);
    }
    OctetString name = new OctetString(given(snmp.username(), "username", dialogue));
    UsmUser user =
        new UsmUser(
            name,
            snmp.authentication().map(a -> authentication(a.protocol())).orElse(null),
            phrase(snmp.authentication(), "SNMP authentication password", dialogue),
            snmp.privacy().map(p -> privacy(p.protocol())).orElse(null),
            phrase(snmp.privacy(), "SNMP privacy password", dialogue));
    UserTarget<UdpAddress> target =
        new UserTarget<>(address, name, new byte[0], level(snmp).getSnmpValue());
    target.setVersion(SnmpConstants.version3);
    target.setSecurityModel(SecurityModel.SECURITY_MODEL_USM);
    return new SnmpSecurity(Optional.of(user), target);
  }

  private static SecurityLevel level(SwitchAccess.Snmp snmp) {
    if (snmp.privacy().isPresent()) {
      return SecurityLevel.authPriv;
    }
    return snmp.authentication().isPresent()
        ? SecurityLevel.authNoPriv
        : SecurityLevel.noAuthNoPriv;
  }

  private static @Nullable OctetString phrase(
      Optional<SwitchAccess.Protocol> protocol, String what, Dialogue dialogue)
      throws NotConfiguredException {
    if (protocol.isEmpty()) {
      return null;
    }
    OctetString phrase = new OctetString(dialogue.reveal(protocol.get().password(), what));
    if (phrase.length() < SHORTEST) {
      throw dialogue.notConfigured(
          "the " + what + " is shorter than " + SHORTEST + " characters",
          "SNMPv3 takes none so short (RFC 3414, 11.2): set a longer one on the switch too.");
    }
    return phrase;
  }

  private static <T> T given(Optional<T> value, String key, Dialogue dialogue)
      throws NotConfiguredException {
    if (value.isEmpty()) {
      throw dialogue.notConfigured(
          "the lab file gives no snmp." + key + " for this version of SNMP", "Add it.");
    }
    return value.get();
  }

  private static OID authentication(String protocol) {
    return switch (protocol.toUpperCase(Locale.ROOT)) {
      case "MD5" -> AuthMD5.ID;
      case "SHA-1" -> AuthSHA.ID;
      case "SHA-224" -> AuthHMAC128SHA224.ID;
      case "SHA-256" -> AuthHMAC192SHA256.ID;
      case "SHA-384" -> AuthHMAC256SHA384.ID;
      case "SHA-512" -> AuthHMAC384SHA512.ID;
      default -> throw new IllegalArgumentException("no authentication protocol: " + protocol);
    };
  }

  private static OID privacy(String protocol) {
    return switch (protocol.toUpperCase(Locale.ROOT)) {
      case "DES" -> PrivDES.ID;
      case "3DES" -> Priv3DES.ID;
      case "AES-128" -> PrivAES128.ID;
      case "AES-192" -> PrivAES192.ID;
      case "AES-256" -> PrivAES256.ID;
      case "AES-192-C" -> PrivAES192With3DESKeyExtension.ID;
      case "AES-256-C" -> PrivAES256With3DESKeyExtension.ID;
      default -> throw new IllegalArgumentException("no privacy protocol: " + protocol);
    };
  }
}
