package dev.hairpin.linux;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;

/** {@link NetNamespace#call} for work that only throws {@link IOException}. */
final class InNamespace {
  private InNamespace() {}

  static <T> T io(NetNamespace namespace, Callable<T> work) throws IOException {
    try {
      return namespace.call(work);
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      InterruptedIOException failed =
          new InterruptedIOException("interrupted while in " + namespace.described());
      failed.initCause(interrupted);
      throw failed;
    } catch (Exception failed) {
      throw new IOException("failed in " + namespace.described(), failed);
    }
  }
}
