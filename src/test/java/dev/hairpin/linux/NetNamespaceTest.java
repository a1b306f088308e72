package dev.hairpin.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NetNamespaceTest {
  @Test
  void socketsOpenedInsideStayInside() throws Exception {
    try (VethPair pair = new VethPair("test");
        ServerSocket server =
            pair.host.call(() -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))) {
      assertThatThrownBy(() -> connect(server).close()).hasMessageContaining("refused");

      try (Socket client = pair.host.call(() -> connect(server));
          Socket accepted = server.accept()) {
        assertThat(accepted.getPort()).isEqualTo(client.getLocalPort());
      }
    }
  }

  private static Socket connect(ServerSocket server) throws Exception {
    return new Socket(server.getInetAddress(), server.getLocalPort());
  }

  @Test
  void tellsNamespacesApart() throws Exception {
    try (VethPair pair = new VethPair("test")) {
      assertThat(pair.host.inode()).isNotEqualTo(pair.sw.inode());
      assertThat(NetNamespace.CURRENT.inode()).isNotEqualTo(pair.host.inode());
      assertThat(pair.host.call(NetNamespace.CURRENT::inode)).isEqualTo(pair.host.inode());
      assertThat(NetNamespace.names())
          .contains(pair.host.name().orElseThrow(), pair.sw.name().orElseThrow());
    }
  }

  @Test
  void throwsWhatTheWorkThrew() throws Exception {
    try (VethPair pair = new VethPair("test")) {
      IllegalStateException thrown = new IllegalStateException("mine");

      assertThatThrownBy(
              () ->
                  pair.host.call(
                      () -> {
                        throw thrown;
                      }))
          .isSameAs(thrown);
    }
  }

  @Test
  void leavesTheCallersThreadWhereItWas() throws Exception {
    long before = NetNamespace.CURRENT.inode();
    AtomicReference<Thread> inside = new AtomicReference<>();
    try (VethPair pair = new VethPair("test")) {
      pair.host.call(
          () -> {
            inside.set(Thread.currentThread());
            return 0;
          });
    }

    assertThat(NetNamespace.CURRENT.inode()).isEqualTo(before);
    assertThat(inside.get()).isNotSameAs(Thread.currentThread());
    assertThat(inside.get().isDaemon()).isTrue();
  }

  @Test
  void namesTheOneThatIsMissing() {
    assertThatThrownBy(() -> NetNamespace.named("hpt-none").call(() -> 0))
        .hasMessageContaining("hpt-none");
    assertThatThrownBy(NetNamespace.named("hpt-none")::inode).hasMessageContaining("hpt-none");
  }
}
