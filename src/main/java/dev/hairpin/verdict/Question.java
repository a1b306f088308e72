package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a {@link Conversation}: of the live one, and again of its evidence. */
public sealed interface Question {
  /** The answer that the frames give. */
  Finding answer(Conversation conversation);

  /** {@link Conversation#reflectedOnce}. */
  record ReflectedOnce(String sender, String receiver) implements Question {
    @Override
    public Finding answer(Conversation conversation) {
      return conversation.reflectedOnce(sender, receiver);
    }
  }

  /**
   * {@link Conversation#worked}.
   *
   * @param answered the guests' own word
   */
  record Worked(String claim, boolean answered, Traffic kind) implements Question {
    @Override
    public Finding answer(Conversation conversation) {
      return conversation.worked(claim, answered, kind::equals).on(Grounds.GUEST);
    }
  }

  /** {@link Conversation#notReflected}. */
  record NotReflected(String sender, String circumstances) implements Question {
    @Override
    public Finding answer(Conversation conversation) {
      return conversation.notReflected(sender, circumstances);
    }
  }

  /** {@link Conversation#isolated}. */
  record Isolated(String sender, String receiver, String circumstances, Set<Traffic> tried)
      implements Question {
    @Override
    public Finding answer(Conversation conversation) {
      return conversation.isolated(sender, receiver, circumstances, tried);
    }
  }

  /**
   * {@link Leasing#leased}; the conversation goes from the guest to the upstream.
   *
   * @param guest its name
   * @param arrival where it receives
   * @param told the address that it says it was given
   * @param answers how many answers the lab's own server sent
   */
  record Leased(String guest, CapturePoint arrival, Optional<String> told, int answers)
      implements Question {
    @Override
    public Finding answer(Conversation conversation) {
      return new Leasing(
              conversation.sightings(),
              conversation.from(),
              conversation.to(),
              conversation.nicOut(),
              conversation.nicIn(),
              conversation.arrival(),
              arrival)
          .leased(guest, told, answers);
    }
  }
}
