package dev.hairpin.suite.glue;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;

/** Hooks of another project, of any order. */
public final class HooksOfOthers {
  @Given("something of the project's own")
  public void something() {}

  @Before("@interrupts")
  public void interrupt() {
    Thread.currentThread().interrupt();
  }

  @After("@fails")
  public void fail() {
    throw new AssertionError("the rack is on fire");
  }

  @After(value = "@fails-late", order = 1)
  public void failLate() {
    throw new AssertionError("the rack is on fire");
  }

  @After(value = "@fails-last", order = Integer.MIN_VALUE)
  public void failLast() {
    throw new AssertionError("the rack is on fire");
  }
}
