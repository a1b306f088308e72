package dev.hairpin.linux;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts a child on a thread that ends, prints its id and waits to be killed. */
final class OrphanMaker {
  private OrphanMaker() {}

  public static void main(String[] arguments) throws Exception {
    Thread starter =
        new Thread(
            () -> {
              try {
                Child child =
                    Child.start(
                        ChildCommand.of(
                            "an orphan",
                            arguments[0],
                            NetNamespace.CURRENT,
                            Path.of(arguments[1]),
                            "sleep",
                            "77"));
                System.out.println(child.pid());
              } catch (Exception failed) {
                System.out.println(failed);
              }
            });
    starter.start();
    starter.join();
    new CountDownLatch(1).await();
  }
}
