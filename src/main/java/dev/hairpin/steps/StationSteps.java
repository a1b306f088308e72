package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.Given;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is on the uplink. */
public final class StationSteps {
  private final CheckScope check;

  public StationSteps(CheckScope check) {
    this.check = check;
  }

  @Given("station {station} in {mode} mode")
  public void station(String name, MacvtapMode mode) throws IOException {
    check.uplink().stations().exactly(Map.of(name, mode));
  }

  @Given("stations {station} and {station} in {mode} mode")
  public void stations(String first, String second, MacvtapMode mode) throws IOException {
    stations(first, mode, second, mode);
  }

  @Given("station {station} in {mode} mode and station {station} in {mode} mode")
  public void stations(String first, MacvtapMode firstMode, String second, MacvtapMode secondMode)
      throws IOException {
    Map<String, MacvtapMode> wanted = new LinkedHashMap<>();
    wanted.put(first, firstMode);
    wanted.put(second, secondMode);
    check.uplink().stations().exactly(wanted);
  }

  @Given("{station} and {station} have joined the group(s) {group}")
  public void join(String first, String second, MacAddress group) throws IOException {
    check.uplink().stations().join(first, group);
    check.uplink().stations().join(second, group);
  }

  @Given("{station} and {station} have joined the groups {group} and {group}")
  public void join(String first, String second, MacAddress group, MacAddress other)
      throws IOException {
    join(first, second, group);
    join(first, second, other);
  }

  @Given("the NIC has no station")
  public void noStation() throws IOException {
    check.uplink().clearNic();
  }

  @Given("the host has a macvlan interface in bridge mode")
  public void hostMacvlan() throws IOException {
    check.uplink().hostMacvlan();
  }
}
