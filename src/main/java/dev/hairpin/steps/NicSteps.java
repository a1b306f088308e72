package dev.hairpin.steps;

import dev.hairpin.linux.LinkFacts;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.util.List;

/** What the uplink's NIC is like with stations on it. */
public final class NicSteps {
  private final CheckScope check;

  public NicSteps(CheckScope check) {
    this.check = check;
  }

  @Then("the NIC's unicast filter lists {station} and {station}")
  public void filterLists(String first, String second) throws IOException {
    List<MacAddress> filter = check.uplink().unicastFilter();
    for (String name : List.of(first, second)) {
      MacAddress mac = check.uplink().stations().member(name).mac();
      String claim = "the NIC's unicast filter lists %s (%s)".formatted(name, mac);
      check.find(
          filter.contains(mac)
              ? Finding.passed(claim, "the filter lists " + filter)
              : Finding.failed(claim, Diagnosis.CONFIG_UNTRUE, "the filter lists " + filter),
          Grounds.KERNEL);
    }
  }

  @Then("the NIC is not promiscuous")
  public void notPromiscuous() throws IOException {
    LinkFacts nic = check.uplink().nicFacts();
    String claim = "the NIC is not promiscuous";
    String seen =
        "the kernel counts promiscuity %d on %s (driver %s)"
            .formatted(nic.promiscuity(), nic.name(), nic.driver());
    check.find(
        nic.promiscuity() == 0
            ? Finding.passed(claim, seen)
            : Finding.failed(claim, Diagnosis.CONFIG_UNTRUE, seen),
        Grounds.KERNEL);
  }
}
