package dev.hairpin.steps;

/** Real guests. */
public final class GuestSteps {
  public GuestSteps(CheckScope check) {}
}
