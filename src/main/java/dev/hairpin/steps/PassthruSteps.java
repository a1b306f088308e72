package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.verdict.Diagnosis;
import dev.hairpin.verdict.Finding;
import dev.hairpin.verdict.Grounds;
import dev.hairpin.wire.MacAddress;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The NIC that one station has to itself. */
public final class PassthruSteps {
  private final CheckScope check;
  private final Map<MacvtapMode, Optional<String>> refusals = new EnumMap<>(MacvtapMode.class);

  public PassthruSteps(CheckScope check) {
    this.check = check;
  }

  @When("another station is put on the NIC in each of the modes {mode}, {mode}, {mode} and {mode}")
  public void another(MacvtapMode one, MacvtapMode two, MacvtapMode three, MacvtapMode four)
      throws IOException {
    check.require(
        check.uplink().stations().anyIn(MacvtapMode.PASSTHRU),
        "no station has the NIC to itself in passthru mode");
    for (MacvtapMode mode : List.of(one, two, three, four)) {
      refusals.put(mode, check.uplink().stations().refusalOf(mode));
    }
  }

  @Then("{station} has the NIC's own MAC address")
  public void nicsOwnAddress(String name) throws IOException {
    MacAddress own = check.uplink().stations().member(name).mac();
    MacAddress nic = check.uplink().nicFacts().mac();
    String claim = "station %s has the NIC's own MAC address".formatted(name);
    check.find(
        own.equals(nic)
            ? Finding.passed(claim, "both have " + nic)
            : Finding.failed(
                claim, Diagnosis.LOST, "it has %s and the NIC has %s".formatted(own, nic)),
        Grounds.KERNEL);
  }

  @Then("the kernel refuses each")
  public void refused() {
    check.require(!refusals.isEmpty(), "no station was put on the NIC before this step");
    refusals.forEach(
        (mode, refusal) -> {
          String claim =
              "the kernel refuses a second macvtap, in %s mode, on a NIC in passthru mode"
                  .formatted(mode.kernelName());
          check.find(
              refusal
                  .map(reason -> Finding.passed(claim, "it said: " + reason))
                  .orElseGet(
                      () ->
                          Finding.failed(claim, Diagnosis.UNEXPECTED_REACHABILITY, "it made one")),
              Grounds.KERNEL);
        });
  }
}
