package dev.hairpin.verdict;

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

  /** {@link Conversation#isolated}. */
  record Isolated(String sender, String receiver, String circumstances, Set<Traffic> tried)
      implements Question {
    @Override
    public Finding answer(Conversation conversation) {
      return conversation.isolated(sender, receiver, circumstances, tried);
    }
  }
}
