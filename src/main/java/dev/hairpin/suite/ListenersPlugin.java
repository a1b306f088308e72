package dev.hairpin.suite;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.Plugin;
import io.cucumber.plugin.event.EventPublisher;
import java.util.List;

/**
 * How listeners get into Cucumber's engine, which takes plugins by their class names only: those of
 * the work that goes on on this thread.
 */
public final class ListenersPlugin implements ConcurrentEventListener {
  private static final ThreadLocal<List<Plugin>> CURRENT = ThreadLocal.withInitial(List::of);

  /** Does the work; listeners hear what Cucumber tells of it. */
  static void hearing(List<Plugin> listeners, Runnable work) {
    CURRENT.set(listeners);
    try {
      work.run();
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    for (Plugin each : CURRENT.get()) {
      ((ConcurrentEventListener) each).setEventPublisher(publisher);
    }
  }
}
