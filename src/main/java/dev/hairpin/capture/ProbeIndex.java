package dev.hairpin.capture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which sighting was the last of a probe, by the probe's number. Numbers are given by the page to
 * those who send, so pages of them are full or not there.
 */
final class ProbeIndex {
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;

  private int[] @Nullable [] pages = new int[16][];

  /** The order of the last one, or {@link SightingBlock#NONE}. */
  int last(int number) {
    int page = number >>> PAGE_BITS;
    if (page >= pages.length || pages[page] == null) {
      return SightingBlock.NONE;
    }
    return pages[page][number & PAGE - 1] + SightingBlock.NONE;
  }

  /** Puts another in its place; gives it back. */
  int replace(int number, int order) {
    int before = last(number);
    int page = number >>> PAGE_BITS;
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, 2 * pages.length));
    }
    if (pages[page] == null) {
      pages[page] = new int[PAGE];
    }
    // Zero, which new pages are full of, stands for none.
    pages[page][number & PAGE - 1] = order - SightingBlock.NONE;
    return before;
  }
}
