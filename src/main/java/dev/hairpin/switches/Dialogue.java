package dev.hairpin.switches;

import dev.hairpin.switches.Transcript.Direction;
import org.jspecify.annotations.Nullable;

/** One switch's part of the transcript, and the errors that speak of it; secrets masked in both. */
record Dialogue(Place place, Transcript transcript, Secrets secrets) {
  void sent(String text) {
    transcript.add(place.switchName(), Direction.SENT, text);
  }

  void received(String text) {
    transcript.add(place.switchName(), Direction.RECEIVED, text);
  }

  void note(String text) {
    transcript.add(place.switchName(), Direction.NOTE, text);
  }

  String mask(String text) {
    return secrets.mask(text);
  }

  /** The secret, or the error that says what to set. */
  String reveal(Secret secret, String what) throws NotConfiguredException {
    try {
      return secrets.reveal(secret);
    } catch (SecretMissingException missing) {
      throw new NotConfiguredException(
          message("the " + what + " is missing", String.valueOf(missing.getMessage())), missing);
    }
  }

  SwitchUnreachableException unreachable(String what, String nextStep, @Nullable Throwable cause) {
    return new SwitchUnreachableException(message(what, nextStep), cause);
  }

  AuthenticationFailedException notLetIn(String what, String nextStep, @Nullable Throwable cause) {
    return new AuthenticationFailedException(message(what, nextStep), cause);
  }

  SessionDroppedException dropped(String what, @Nullable Throwable cause) {
    return new SessionDroppedException(
        message(what, "See why the switch ends sessions (its log, its idle time-out)."), cause);
  }

  SwitchRefusedException refused(String command, String answer, String nextStep) {
    return new SwitchRefusedException(
        message("refused '" + command + "' with '" + answer + "'", nextStep),
        mask(command),
        mask(answer));
  }

  /** That this profile only shows. */
  NotConfiguredException showOnly(Profile profile) {
    return notConfigured(
        "reflective relay can't be set with the profile "
            + profile.name()
            + ", so nothing was sent: "
            + profile.refused().orElse(""),
        "Set it by hand, or write a profile that can.");
  }

  NotConfiguredException notConfigured(String what, String nextStep) {
    return new NotConfiguredException(message(what, nextStep), null);
  }

  String message(String what, String nextStep) {
    return place + ": " + mask(what) + ". " + mask(nextStep);
  }
}
