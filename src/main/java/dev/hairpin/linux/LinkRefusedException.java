package dev.hairpin.linux;

import java.io.IOException;

/** The kernel refused to make a link. */
public final class LinkRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  LinkRefusedException(String what, String reason) {
    super("the kernel refuses " + what + ": " + reason);
    this.reason = reason;
  }

  /** The kernel's own words, such as {@code Device or resource busy}. */
  public String reason() {
    return reason;
  }
}
