package dev.hairpin.switches;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Public key login (RFC 4252, section 7) with a key that only the agent has: the switch is asked
 * whether it takes the key, and the agent signs when it does.
 */
final class AgentKey extends AbstractAuthMethod {
  private static final String RSA = "ssh-rsa";
  private static final int RSA_SHA2_512 = 4;

  private final SshAgent agent;
  private final byte[] key;
  private final String algorithm;
  private final int flags;

  AgentKey(SshAgent agent, byte[] key, SwitchAccess.Algorithms algorithms) {
    super("publickey");
    this.agent = agent;
    this.key = key;
    String type = type(key);
    // With SHA-1 only where old algorithms are allowed: such devices know no other.
    boolean newer = type.equals(RSA) && algorithms == SwitchAccess.Algorithms.MODERN;
    this.algorithm = newer ? "rsa-sha2-512" : type;
    this.flags = newer ? RSA_SHA2_512 : 0;
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return request(false);
  }

  @Override
  public void handle(Message message, SSHPacket packet)
      throws UserAuthException, TransportException {
    if (message != Message.USERAUTH_60) {
      super.handle(message, packet);
      return;
    }
    SSHPacket request = request(true);
    byte[] signed =
        new Buffer.PlainBuffer()
            .putString(params.getTransport().getSessionID())
            .putRawBytes(request.getCompactData())
            .getCompactData();
    try {
      request.putString(agent.sign(key, signed, flags));
    } catch (IOException no) {
      throw new UserAuthException("the SSH agent does not sign: " + Cause.of(no), no);
    }
    params.getTransport().write(request);
  }

  private SSHPacket request(boolean signed) throws UserAuthException {
    SSHPacket request = super.buildReq();
    request.putBoolean(signed).putString(algorithm).putString(key);
    return request;
  }

  private static String type(byte[] key) {
    try {
      return new Buffer.PlainBuffer(key).readString();
    } catch (Buffer.BufferException torn) {
      return "unknown";
    }
  }
}
