package dev.hairpin.report.glue;

import io.cucumber.java.After;
import io.cucumber.java.en.Given;

/** Steps of the feature that {@code CucumberMessagesTest} runs. */
public final class MessageSteps {
  @Given("{word} is fine")
  public void isFine(String what) {}

  @Given("{word} is broken")
  public void isBroken(String what) {
    throw new AssertionError(what + " is broken");
  }

  @After
  public void afterwards() {}
}
