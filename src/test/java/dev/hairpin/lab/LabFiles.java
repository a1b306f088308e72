package dev.hairpin.lab;

import dev.hairpin.switches.ProfileFolders;
import java.nio.file.Path;
import java.util.List;

/** Texts of lab files for tests, and the profiles that ship. */
final class LabFiles {
  static final Path BASE = Path.of("/etc/hairpin");
  static final ProfileFolders SHIPPED = ProfileFolders.of(List.of(Path.of("switch-profiles")));
  static final String HOST_KEY = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

  /** The contract's own example; only the host key has its letters instead of three dots. */
  static final String CONTRACT =
      """
      lab: rack12                          # [a-z0-9-]{1,32}
      host:
        address: local                     # or ssh://user@kvm3:22 with key: and host-key: as for switches
        virtualization: qemu               # qemu | libvirt
        accelerator: auto                  # auto | kvm | tcg
      uplinks:
        - name: tor1
          nic: eth3                        # a NIC, or a bond
          switch: tor1
          port: swp1                       # as the switch calls it
          vlan: 120                        # optional: the untagged VLAN of the port
      upstream:
        nic: eth4                          # optional: a NIC of this machine on another port of the same switch and VLAN
      switches:
        - name: tor1
          profile: linux-bridge            # a name in switch-profiles/, or a path
          address: 192.0.2.10
          control: ssh                     # ssh | snmp: which one sets reflective relay
          ssh:
            port: 22
            username: qa
            password: env:TOR1_PASSWORD    # or private-key: PATH
            enable-password: env:TOR1_ENABLE # optional; the login password where left out
            host-key: SHA256:...           # or known-hosts: PATH; one of them is required
          snmp:
            port: 161
            version: 3                     # 3 | 2c
            username: qa
            authentication: {protocol: SHA-256, password: env:TOR1_AUTH}
            privacy: {protocol: AES-128, password: env:TOR1_PRIV}
            community: env:TOR1_COMMUNITY  # 2c only
      waivers:
        - check: private-unicast-isolated
          reason: why this failure is accepted here
          until: 2027-06-30                # optional: after it the waiver no longer counts
      timing:
        guard: 20ms                        # how long after the fence a late frame is still waited for
      """
          .replace("SHA256:...", HOST_KEY);

  /** As short as a lab can be. */
  static final String SHORT =
      """
      lab: small
      uplinks:
        - {name: tor1, nic: eth3, switch: tor1, port: swp1}
      switches:
        - name: tor1
          profile: linux-bridge
          address: tor1.example.net
          ssh: {username: root, private-key: id, host-key: "SHA256:..."}
      """
          .replace("SHA256:...", HOST_KEY);

  private LabFiles() {}
}
