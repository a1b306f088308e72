package dev.hairpin.embedded;

import java.io.IOException;

/** The configuration files of the switch's two servers. */
final class SwitchConfiguration {
  private SwitchConfiguration() {}

  /**
   * For sshd_config(5). StrictModes looks at every directory above the key, up to the root: below
   * /tmp it would refuse; the folder itself is root's alone.
   */
  static String sshd(LabFolder folder, String runId) {
    return """
        ListenAddress %s
        Port 22
        HostKey %s
        PidFile none
        AuthorizedKeysFile %s
        AuthenticationMethods publickey
        PubkeyAuthentication yes
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        AllowUsers root
        UsePAM no
        StrictModes no
        UseDNS no
        PrintMotd no
        PrintLastLog no
        X11Forwarding no
        AllowTcpForwarding no
        MaxStartups 100
        SetEnv HOME=%s HAIRPIN_RUN=%s
        """
        .formatted(
            LabNamespaces.SWITCH_ADDRESS,
            folder.file("host-key"),
            folder.file("user-key.pub"),
            folder.file("home"),
            runId);
  }

  /**
   * For snmpd.conf(5): what a switch shows, and one object that can be set; the lab itself may set
   * one more, from the switch's own address.
   */
  static String snmpd(LabFolder folder, String runId, SwitchKind kind) throws IOException {
    return """
        agentAddress udp:%1$s:161
        view shown included .1.3.6.1.2.1.1
        view shown included .1.3.6.1.2.1.2
        view shown included .1.3.6.1.2.1.31
        view shown included .1.3.6.1.2.1.17
        view shown included .1.3.6.1.4.1.8072.9999.9999
        view relay included .1.3.6.1.4.1.8072.9999.9999.48
        group hairpin usm hairpin
        access hairpin "" usm priv exact shown relay none
        com2sec lab %1$s %6$s
        group lab v2c lab
        view cache included .%7$s
        access lab "" v2c noauth exact none cache none
        sysName hp-%2$s-sw
        sysDescr %3$s
        sysContact root
        sysLocation embedded
        dontLogTCPWrappersConnects yes
        pass_persist .1.3.6.1.2.1.17 /usr/bin/perl %4$s br0 %5$s
        pass_persist .1.3.6.1.4.1.8072.9999.9999.48 /usr/bin/perl %4$s br0 %5$s
        """
        .formatted(
            LabNamespaces.SWITCH_ADDRESS,
            runId,
            kind.description(),
            folder.file("bridge-mib.pl"),
            kind.profile(),
            folder.agentCommunity(),
            AgentCache.TIMEOUT);
  }

  static String snmpUser(String authentication, String privacy) {
    return "createUser hairpin SHA-256 \"%s\" AES \"%s\"%n".formatted(authentication, privacy);
  }
}
