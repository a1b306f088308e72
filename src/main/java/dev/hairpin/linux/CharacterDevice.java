package dev.hairpin.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A character device's number.
 *
 * @param major the driver's
 * @param minor the device's
 */
public record CharacterDevice(int major, int minor) {
  private static final int TYPE = 0170000;
  private static final int CHARACTER = 0020000;

  /** Where TUN and TAP devices are made. */
  public static final Path NET_TUN = Path.of("/dev/net/tun");

  /**
   * From sysfs' text, such as {@code 240:1}.
   *
   * @throws IllegalArgumentException with the offending text
   */
  public static CharacterDevice parse(String text) {
    String[] parts = text.strip().split(":");
    if (parts.length != 2) {
      throw new IllegalArgumentException("'" + text.strip() + "' is not a device number");
    }
    return new CharacterDevice(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /** Whether there is a character device at a path, of whatever number. */
  public static boolean isAt(Path path) {
    try {
      return (mode(path) & TYPE) == CHARACTER;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Whether this very device is at a path. */
  public boolean is(Path path) {
    try {
      return isAt(path) && number((Long) Files.getAttribute(path, "unix:rdev")).equals(this);
    } catch (IOException absent) {
      return false;
    }
  }

  private static int mode(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:mode");
  }

  /** As glibc's gnu_dev_major and gnu_dev_minor take a dev_t apart. */
  private static CharacterDevice number(long device) {
    long major = device >> 8 & 0xFFF | device >> 32 & ~0xFFFL;
    long minor = device & 0xFF | device >> 12 & ~0xFFL;
    return new CharacterDevice((int) major, (int) minor);
  }

  @Override
  public String toString() {
    return major + ":" + minor;
  }
}
