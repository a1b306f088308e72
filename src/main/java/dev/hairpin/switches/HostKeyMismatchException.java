package dev.hairpin.switches;

import java.util.List;

/**
 * What answered at the switch's address holds another SSH host key than the lab file says. Thrown
 * before any password or command was sent.
 */
public final class HostKeyMismatchException extends SwitchUnreachableException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final List<String> got;

  HostKeyMismatchException(String message, String expected, List<String> got) {
    super(message, null);
    this.expected = expected;
    this.got = List.copyOf(got);
  }

  /** What the lab file asks for: a fingerprint, or the known-hosts file. */
  public String expected() {
    return expected;
  }

  /** The fingerprints that the other side showed, each followed by the key's type. */
  public List<String> got() {
    return got;
  }
}
