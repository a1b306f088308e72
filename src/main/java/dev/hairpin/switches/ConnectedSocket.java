package dev.hairpin.switches;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Gives sshj a socket that was connected already, in the place it must belong to. */
final class ConnectedSocket extends SocketFactory {
  private final Socket socket;

  ConnectedSocket(Socket socket) {
    this.socket = socket;
  }

  @Override
  public Socket createSocket() {
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("connected already");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("connected already");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("connected already");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("connected already");
  }
}
