package dev.hairpin.lab;

import java.nio.file.Path;

/** Holds one switch port until it is killed. */
final class PortHolder {
  private PortHolder() {}

  public static void main(String[] arguments) throws Exception {
    StateRoot root = new StateRoot(Path.of(arguments[0])).prepare();
    try (PortLock lock =
        PortLock.take(
            root, arguments[1], PortLockTest.keys("", "swp1"), "port swp1", Waiting.NONE)) {
      System.out.println("held");
      while (System.in.read() >= 0) {
        // until it is killed
      }
    }
  }
}
