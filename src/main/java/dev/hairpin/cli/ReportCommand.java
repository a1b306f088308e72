package dev.hairpin.cli;

import picocli.CommandLine.Command;

/** {@code hairpin report}. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {
  @Override
  public void run() {}
}
