package dev.hairpin.lab;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The probe numbers of a run: each is given once. Whoever takes some takes a page of them, so that
 * a number tells whose it is.
 */
final class Numbers {
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;

  /** The pages given so far, to anybody. */
  private final AtomicInteger given;

  /** By page, whether it was given to this one; a new array each time it changes. */
  private volatile boolean[] own = {};

  private int next = 1;
  private int end = 1;

  /** A run's. */
  Numbers() {
    this(new AtomicInteger());
  }

  private Numbers(AtomicInteger given) {
    this.given = given;
  }

  /** Other numbers of the same run, such as those of one uplink. */
  Numbers others() {
    return new Numbers(given);
  }

  int next() {
    return take(1);
  }

  /** So many in a row; gives the first. */
  synchronized int take(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("%d numbers can't be taken".formatted(count));
    }
    if (end - next < count) {
      int pages = (count + PAGE - 1) >> PAGE_BITS;
      int first = given.getAndAdd(pages);
      boolean[] more = Arrays.copyOf(own, first + pages);
      Arrays.fill(more, first, first + pages, true);
      own = more;
      next = (first << PAGE_BITS) + 1;
      end = next + (pages << PAGE_BITS);
    }
    int taken = next;
    next += count;
    return taken;
  }

  /** Whether a number is one of these. */
  boolean has(int number) {
    boolean[] pages = own;
    int page = number - 1 >>> PAGE_BITS;
    return page < pages.length && pages[page];
  }
}
