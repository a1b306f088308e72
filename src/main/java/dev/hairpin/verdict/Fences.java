package dev.hairpin.verdict;

import java.util.List;

/** How fences read in a sentence. */
final class Fences {
  private Fences() {}

  /** What a proof of absence rests on beside the fence. */
  static List<String> assumptions(Fence fence) {
    return switch (fence.state()) {
      case NO_UPSTREAM ->
          List.of(
              "a time-out of "
                  + Wording.span(fence.guard().toNanos())
                  + " in place of a fence ("
                  + fence.detail()
                  + ")");
      case RETURNED -> fence.detail().isEmpty() ? List.of() : List.of(fence.detail());
      case LOST -> List.of();
    };
  }

  /** How late a copy was: {@code 340 ms after the fence had closed}. */
  static String lateness(Copy copy, Fence fence) {
    String end =
        switch (fence.state()) {
          case RETURNED -> "the fence had closed";
          case LOST -> "the wait for the fence had ended";
          case NO_UPSTREAM -> "the time-out had ended";
        };
    return Wording.span(copy.lateBy()) + " after " + end;
  }
}
