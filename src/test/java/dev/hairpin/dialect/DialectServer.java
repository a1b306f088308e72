package dev.hairpin.dialect;

import dev.hairpin.linux.NetNamespace;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.function.Function;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.channel.ChannelSession;

/** A real SSH server in a switch's namespace, with a dialect behind each login. */
public final class DialectServer implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair key;

  private DialectServer(KeyPair key) {
    this.key = key;
  }

  /** Starts it on port 22 of an address in a namespace. */
  public static DialectServer start(
      NetNamespace where, String address, Device device, Function<Device, Cli> dialect)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    DialectServer started = new DialectServer(generator.generateKeyPair());
    SshServer server = started.server;
    server.setHost(address);
    server.setPort(22);
    server.setKeyPairProvider(KeyPairProvider.wrap(started.key));
    server.setPasswordAuthenticator((user, password, session) -> device.allowed(user, password));
    server.setKeyboardInteractiveAuthenticator(KeyboardInteractiveAuthenticator.NONE);
    server.setShellFactory(channel -> new Login(device, dialect));
    where.call(
        () -> {
          server.start();
          return null;
        });
    return started;
  }

  /** The host key, as a lab file names it. */
  public String fingerprint() {
    return KeyUtils.getFingerPrint(key.getPublic());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private static final class Login extends ShellStreams {
    private final Device device;
    private final Function<Device, Cli> dialect;

    Login(Device device, Function<Device, Cli> dialect) {
      this.device = device;
      this.dialect = dialect;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
      device.logins++;
      beside(
          "dialect",
          () -> {
            try {
              dialect.apply(device).serve(in, out);
            } catch (Cli.Gone gone) {
              channel.getSession().close(true);
            } catch (IOException ended) {
              exit.onExit(0);
            }
          });
    }
  }
}
