package dev.hairpin.cli;

import picocli.CommandLine.Command;

/** {@code hairpin doctor}. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {
  @Override
  public void run() {}
}
