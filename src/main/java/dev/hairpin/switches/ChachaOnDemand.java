package dev.hairpin.switches;

import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import java.security.Provider;
import java.security.Security;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.cipher.Cipher;

/**
 * ChaCha20-Poly1305 as OpenSSH has it. The JDK's ChaCha20 wants another nonce, so this one cipher
 * needs Bouncy Castle, which is only loaded when a switch takes nothing else.
 */
final class ChachaOnDemand implements Factory.Named<Cipher> {
  private static final String PROVIDER = "org.bouncycastle.jce.provider.BouncyCastleProvider";

  private final Factory.Named<Cipher> cipher = ChachaPolyCiphers.CHACHA_POLY_OPENSSH();

  @Override
  public String getName() {
    return cipher.getName();
  }

  @Override
  public Cipher create() {
    if (Security.getProvider("BC") == null) {
      try {
        // Last in the JDK's list: everything else stays with the JDK's own providers.
        Security.addProvider(
            Class.forName(PROVIDER)
                .asSubclass(Provider.class)
                .getDeclaredConstructor()
                .newInstance());
      } catch (ReflectiveOperationException missing) {
        throw new SSHRuntimeException("ChaCha20-Poly1305 needs Bouncy Castle", missing);
      }
    }
    return cipher.create();
  }
}
