package dev.hairpin.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * What the evidence of a check is called: a file in the run's folder whatever the check's id is,
 * and no other check's.
 *
 * <p>An id is the tag of somebody's scenario, and a tag may be anything without a space. One that
 * is no good file name as it stands gets a digest behind what can be kept of it.
 */
final class EvidenceName {
  private static final int MOST = 100;
  private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9._-]{0,%d}".formatted(MOST - 1);
  private static final String DIGESTED = ".*-[0-9a-f]{16}";

  private EvidenceName() {}

  /**
   * The path in the run's folder.
   *
   * @param uplink the uplink's name, which is a good file name
   * @param uplinks the names of all uplinks
   */
  static String of(String id, String uplink, Collection<String> uplinks) {
    String plain = id + "-" + uplink;
    boolean good =
        id.matches(PLAIN) && !id.matches(DIGESTED) && !readAsAnothers(plain, uplink, uplinks);
    return "evidence/%s.pcapng".formatted(good ? plain : kept(id) + digest(id) + "-" + uplink);
  }

  /** {@code a-b} on {@code tor1} would be {@code a} on {@code b-tor1} too. */
  private static boolean readAsAnothers(String name, String uplink, Collection<String> uplinks) {
    return uplinks.stream()
        .anyMatch(each -> each.endsWith("-" + uplink) && name.endsWith("-" + each));
  }

  private static String kept(String id) {
    String kept = id.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^([.-]|$)", "_");
    return kept.substring(0, Math.min(MOST, kept.length())) + "-";
  }

  private static String digest(String id) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
