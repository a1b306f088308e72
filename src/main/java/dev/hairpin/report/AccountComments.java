package dev.hairpin.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An account as comments of a pcapng section: one comment holds no more than 65,535 octets, so a
 * long one is cut.
 */
final class AccountComments {
  private static final String MARK = "account ";

  /** Characters in a comment; of UTF-8, none takes more than three octets. */
  private static final int LENGTH = 20_000;

  private AccountComments() {}

  /** Cuts. */
  static List<String> of(String account) {
    List<String> comments = new ArrayList<>();
    int parts = (account.length() + LENGTH - 1) / LENGTH;
    for (int part = 0, from = 0; from < account.length(); part++) {
      int to = Math.min(account.length(), from + LENGTH);
      if (to < account.length() && Character.isHighSurrogate(account.charAt(to - 1))) {
        to--;
      }
      comments.add(MARK + (part + 1) + "/" + parts + " " + account.substring(from, to));
      from = to;
    }
    return comments;
  }

  /**
   * Puts together.
   *
   * @param comments all of the section's
   * @throws IOException when a part is missing, twice there or out of place
   */
  static String joined(List<String> comments) throws IOException {
    List<String> parts = comments.stream().filter(each -> each.startsWith(MARK)).toList();
    for (int part = 0; part < parts.size(); part++) {
      String head = MARK + (part + 1) + "/" + parts.size() + " ";
      if (!parts.get(part).startsWith(head)) {
        throw new IOException(
            "part %d of %d of its account is not there".formatted(part + 1, parts.size()));
      }
    }
    return parts.stream()
        .map(each -> each.substring(each.indexOf(' ', MARK.length()) + 1))
        .collect(Collectors.joining());
  }
}
