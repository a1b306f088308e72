package dev.hairpin.dialect;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** What an SSH server hands to the shell behind a login. */
public abstract class ShellStreams implements Command {
  protected InputStream in = InputStream.nullInputStream();
  protected OutputStream out = OutputStream.nullOutputStream();
  protected ExitCallback exit = (code, message, close) -> {};

  @Override
  public final void setInputStream(InputStream stream) {
    in = stream;
  }

  @Override
  public final void setOutputStream(OutputStream stream) {
    out = stream;
  }

  /** Not used: a switch's terminal has one stream. */
  @Override
  public final void setErrorStream(OutputStream stream) {}

  @Override
  public final void setExitCallback(ExitCallback callback) {
    exit = callback;
  }

  @Override
  public final void destroy(ChannelSession channel) {}

  /** Serves the login beside the server's own threads. */
  protected static void beside(String name, Runnable shell) {
    Thread thread = new Thread(shell, name);
    thread.setDaemon(true);
    thread.start();
  }
}
