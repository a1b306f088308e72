package dev.hairpin.switches;

import dev.hairpin.dialect.ShellStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;

/** The command line of a {@link StandInSwitch}: modes as many systems have them. */
final class StandInShell extends ShellStreams {
  private enum Mode {
    USER(">"),
    PRIVILEGED("#"),
    CONFIGURE("(config)#"),
    INTERFACE("(config-if)#");

    private final String sign;

    Mode(String sign) {
      this.sign = sign;
    }
  }

  private final StandInSwitch device;
  private ChannelSession channel;
  private Mode mode = Mode.PRIVILEGED;
  private String port = "";
  private boolean asking;

  StandInShell(StandInSwitch device) {
    this.device = device;
  }

  @Override
  public void start(ChannelSession session, Environment environment) {
    channel = session;
    device.logins.incrementAndGet();
    if (device.habits.askEnable || device.habits.unprivileged) {
      mode = Mode.USER;
    }
    beside("stand-in-shell", this::serve);
  }

  private void serve() {
    try {
      say(device.habits.banner.replace("\n", device.habits.newline));
      prompt();
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n' || c == '\r') {
          String typed = line.toString();
          line.setLength(0);
          if (!answer(typed)) {
            return;
          }
        } else {
          line.append((char) c);
        }
      }
      exit.onExit(0);
    } catch (IOException gone) {
      exit.onExit(1);
    }
  }

  private boolean answer(String typed) throws IOException {
    String newline = device.habits.newline;
    if (asking) {
      asking = false;
      device.passwords.add(typed);
      say(newline);
      if (typed.equals(StandInSwitch.ENABLE)) {
        mode = Mode.PRIVILEGED;
      } else {
        say("% Access denied" + newline);
      }
      prompt();
      return true;
    }
    if (device.habits.logAtPrompt) {
      say(newline + "%LINK-3-UPDOWN: Ethernet9 is up" + newline);
      prompt();
    }
    if (device.habits.echo) {
      say(typed + newline);
    }
    if (matches(device.habits.dropBefore, typed)) {
      return drop();
    }
    if (!typed.isEmpty()) {
      device.commands.add(typed);
    }
    if (matches(device.habits.silentAfter, typed)) {
      say("working on it...");
      return true;
    }
    if (device.habits.logBetween) {
      say("%SYS-5-CONFIG_I: somebody configured from console" + newline);
    }
    carryOut(typed);
    if (matches(device.habits.dropAfter, typed)) {
      return drop();
    }
    if (asking) {
      return true;
    }
    if (matches(device.habits.slowAfter, typed)) {
      say("part of the answer, then nothing for a while" + newline);
      pause();
    }
    prompt();
    if (device.habits.coveredPrompt) {
      say("%LINK-3-UPDOWN: Ethernet9 is down" + newline);
    }
    return true;
  }

  private boolean matches(java.util.Optional<String> habit, String typed) {
    return habit.filter(typed::equals).isPresent()
        && (device.dropsLeft.getAndDecrement() > 0 || habit == device.habits.slowAfter);
  }

  private boolean drop() {
    channel.getSession().close(true);
    return false;
  }

  private void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void carryOut(String typed) throws IOException {
    String newline = device.habits.newline;
    switch (typed) {
      case "enable" -> {
        if (device.habits.askEnable) {
          asking = true;
          say("Password: ");
        } else {
          mode = Mode.PRIVILEGED;
        }
      }
      case "configure" -> mode = Mode.CONFIGURE;
      case "end" -> mode = Mode.PRIVILEGED;
      case "terminal length 0", "write memory" -> say("ok" + newline);
      case "switchport source-interface tx" -> set(true);
      case "no switchport source-interface tx" -> set(false);
      default -> {
        java.util.Optional<String> also = device.also.apply(typed);
        if (also.isPresent()) {
          say(also.get().replace("\n", newline));
        } else if (typed.startsWith("interface ") && mode != Mode.USER) {
          port = typed.substring("interface ".length());
          if (device.relay.containsKey(port)) {
            mode = Mode.INTERFACE;
          } else {
            say("                ^" + newline + "% Invalid input (no such port)" + newline);
          }
        } else if (typed.startsWith("show running-config interfaces ")) {
          String shown = typed.substring("show running-config interfaces ".length());
          say("interface " + shown + newline);
          if (device.relay.getOrDefault(shown, false)) {
            say("   switchport source-interface tx" + newline);
          }
        } else if (!typed.isBlank()) {
          say("% Invalid input" + newline);
        }
      }
    }
  }

  private void set(boolean on) {
    if (device.habits.truthful) {
      device.relay.put(port, on);
    }
  }

  private void prompt() throws IOException {
    String text = "tor-1" + mode.sign;
    say(device.habits.colours ? "\u001b[?2004h\u001b[1;32m" + text + "\u001b[0m " : text + " ");
  }

  private void say(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
