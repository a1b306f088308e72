package dev.hairpin.switches;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;

/**
 * Lets sshj find the JDK's keys on elliptic curves: it asks for them by the name that Bouncy Castle
 * has for them, ECDSA, and the JDK calls them EC.
 */
final class EcdsaByTheJdk extends Provider {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "HairpinEcdsa";

  private EcdsaByTheJdk(Provider jdk) {
    super(NAME, "1", "EC keys under the name ECDSA");
    putService(
        new Service(this, "KeyFactory", "ECDSA", jdk.getName(), List.of(), Map.of()) {
          @Override
          public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return jdk.getService("KeyFactory", "EC").newInstance(parameter);
          }
        });
  }

  /** Makes them known, once, behind all other providers. */
  static void register() {
    if (Security.getProvider(NAME) == null) {
      try {
        Security.addProvider(new EcdsaByTheJdk(KeyFactory.getInstance("EC").getProvider()));
      } catch (NoSuchAlgorithmException none) {
        throw new IllegalStateException("this Java has no elliptic curves", none);
      }
    }
  }
}
