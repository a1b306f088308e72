package dev.hairpin.dialect;

import java.io.IOException;
import java.util.Optional;

/**
 * HPE and H3C Comware 7: {@code port bridge enable} as in the H3C S6520X Layer 2 command reference
 * (Release 1110); views, paging and errors as in HPE's fundamentals reference and netmiko's
 * hp_comware driver.
 */
public class HpeComware extends Vrp {
  public HpeComware(Device device) {
    super(device, "Rack12-TOR1");
    in("user", "screen-length disable", v -> pages(0));
    in(
        "user system interface",
        "save force",
        v ->
            say(
                "Validating file. Please wait...\nSaved the current configuration to mainboard device successfully."));
    in("user", "display version", v -> say("HPE Comware Software, Version 7.1.070, Release 6616"));
  }

  @Override
  String banner() {
    return """

        ******************************************************************************
        * Copyright (c) 2010-2018 Hewlett Packard Enterprise Development LP          *
        * Without the owner's prior written consent,                                 *
        * no decompiling or reverse-engineering shall be allowed.                    *
        ******************************************************************************

        """;
  }

  @Override
  String prompt() {
    return switch (mode()) {
      case "user" -> "<" + host + ">";
      case "system" -> "[" + host + "]";
      default -> "[" + host + "-" + port.name + "]";
    };
  }

  @Override
  String complaint() {
    return " % ";
  }

  @Override
  void systemView() throws IOException {
    say("System View: return to User View with Ctrl+Z.");
    enter("system");
  }

  @Override
  void set(Device.Port each, boolean on) {
    device.apply(each, on);
  }

  @Override
  String body(Device.Port each) {
    return " port link-mode bridge\n" + (each.relay ? " port bridge enable\n" : "");
  }

  private static String shortened(Device.Port each) {
    return each.name.replace("Ten-GigabitEthernet", "XGE").replace("Bridge-Aggregation", "BAGG");
  }

  /** Ports are shortened there: XGE1/0/1. */
  @Override
  String table(String mac, Optional<Device.Port> on) {
    return "MAC Address      VLAN ID    State            Port/Nickname            Aging\n"
        + on.map(
                each ->
                    "%s   1          Learned          %s                 Y"
                        .formatted(mac, shortened(each)))
            .orElse("");
  }

  @Override
  String denied() {
    return "Permission denied.";
  }
}
