package dev.hairpin.host;

import dev.hairpin.linux.LocalShell;
import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures the host's floor; run by name, with the number of guests' boots: {@code java -cp ...
 * dev.hairpin.host.HostBench 20}.
 */
final class HostBench {
  private HostBench() {}

  private interface Work {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    int boots = Integer.parseInt(arguments[0]);
    try (LocalShell own = LocalShell.open(NetNamespace.CURRENT, Cable.RUN);
        Cable cable = new Cable()) {
      stations(cable);
      GuestImage image = TestImages.get(own);
      Accelerator accelerator =
          new AcceleratorProbe(own, TestImages.CACHE, Cable.RUN)
              .choose(Optional.empty(), image)
              .accelerator();
      measure("guest boot, one", boots, () -> boot(cable, image, accelerator, 1));
      measure("guest boot, two side by side", boots, () -> boot(cable, image, accelerator, 2));
      Guest guest = cable.host.startGuest("A", "eth3", MacvtapMode.VEPA, image, accelerator);
      guest.awaitReady(Guest.BOOT);
      measure("guest shell: echo", 200, () -> guest.shell().run("echo x").require());
      measure("guest shell: ip addr", 50, () -> guest.shell().run("ip addr").require());
      measure("guest mode", 50, () -> flip(guest));
      measure("guest close", 1, guest::close);
    }
  }

  private static void stations(Cable cable) throws Exception {
    measure("shell: echo", 500, () -> cable.pair.shell.run("echo x").require());
    measure("shell: ip link", 200, () -> cable.pair.shell.run("ip link").require());
    measure("enter namespace", 500, () -> cable.pair.host.call(() -> 0));
    BareStation[] station = new BareStation[1];
    double[] opened = new double[100];
    double[] closed = new double[100];
    double[] dropped = new double[100];
    for (int round = 0; round < opened.length; round++) {
      opened[round] =
          millis(
              () ->
                  station[0] =
                      cable.host.bareStation("A", "eth3", MacvtapMode.VEPA, (when, frame) -> {}));
      dropped[round] = millis(() -> station[0].dropped());
      closed[round] = millis(() -> station[0].close());
    }
    print("station open", opened);
    print("station dropped", dropped);
    print("station close", closed);
  }

  private static void boot(Cable cable, GuestImage image, Accelerator accelerator, int count)
      throws IOException {
    Guest[] guests = new Guest[count];
    for (int index = 0; index < count; index++) {
      guests[index] =
          cable.host.startGuest("G" + index, "eth3", MacvtapMode.VEPA, image, accelerator);
    }
    for (Guest guest : guests) {
      guest.awaitReady(Guest.BOOT);
    }
    for (Guest guest : guests) {
      guest.close();
    }
  }

  private static void flip(Guest guest) throws IOException {
    guest.setMode(guest.mode() == MacvtapMode.VEPA ? MacvtapMode.BRIDGE : MacvtapMode.VEPA);
  }

  private static void measure(String what, int times, Work work) throws Exception {
    double[] millis = new double[times];
    for (int index = 0; index < times; index++) {
      millis[index] = millis(work);
    }
    print(what, millis);
  }

  private static double millis(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-30s n=%d min %.2f median %.2f max %.2f ms%n",
        what,
        millis.length,
        millis[0],
        millis[millis.length / 2],
        millis[millis.length - 1]);
  }
}
