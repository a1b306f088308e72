package dev.hairpin.switches;

/** A port name that the profile's {@code port-name} doesn't match as a whole; it is never sent. */
public final class PortNameException extends NotConfiguredException {
  private static final long serialVersionUID = 1L;

  PortNameException(String message) {
    super(message, null);
  }
}
