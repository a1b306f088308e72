package dev.hairpin.switches;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.NegotiatedAlgorithms;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA1;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;
import net.schmizz.sshj.userauth.keyprovider.OpenSSHKeyFile;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;

/**
 * What is offered to a switch in the SSH key exchange, in order of preference. Built once: sshj's
 * own default configuration takes half a second, most of it to try ciphers nobody uses and to
 * register Bouncy Castle; the JDK has all that is needed here, but for ChaCha20.
 */
final class SshAlgorithms {
  private static final ConfigImpl MODERN = modern();
  private static final ConfigImpl LEGACY = legacy();
  // What a server may list that settles nothing.
  private static final Pattern LIST = Pattern.compile("\\] and \\[(.*)\\]");

  private SshAlgorithms() {}

  static Config config(SwitchAccess.Algorithms which) {
    return which == SwitchAccess.Algorithms.LEGACY ? LEGACY : MODERN;
  }

  /** Those of them that are only spoken where the lab file says so. */
  static List<String> old(NegotiatedAlgorithms negotiated) {
    return Stream.of(
            negotiated.getKeyExchangeAlgorithm(),
            negotiated.getSignatureAlgorithm(),
            negotiated.getClient2ServerCipherAlgorithm(),
            negotiated.getServer2ClientCipherAlgorithm(),
            // A cipher that authenticates by itself has none.
            String.valueOf(negotiated.getClient2ServerMACAlgorithm()),
            String.valueOf(negotiated.getServer2ClientMACAlgorithm()))
        .distinct()
        .filter(SshAlgorithms::isOld)
        .toList();
  }

  /** Those that the server offered and that are too old, as the failed negotiation tells them. */
  static List<String> oldOffered(String failure) {
    Matcher list = LIST.matcher(failure);
    if (!list.find()) {
      return List.of();
    }
    return Stream.of(list.group(1).split(", ")).filter(SshAlgorithms::isOld).toList();
  }

  private static boolean isOld(String name) {
    return names(LEGACY).contains(name) && !names(MODERN).contains(name);
  }

  private static List<String> names(Config config) {
    return Stream.of(
            config.getKeyExchangeFactories(),
            config.getKeyAlgorithms(),
            config.getCipherFactories(),
            config.getMACFactories())
        .flatMap(List::stream)
        .map(each -> ((Factory.Named<?>) each).getName())
        .toList();
  }

  private static ConfigImpl legacy() {
    ConfigImpl config = modern();
    config.setKeyExchangeFactories(
        added(
            config.getKeyExchangeFactories(),
            new DHGexSHA1.Factory(),
            DHGroups.Group14SHA1(),
            DHGroups.Group1SHA1()));
    config.setKeyAlgorithms(
        added(config.getKeyAlgorithms(), KeyAlgorithms.SSHRSA(), KeyAlgorithms.SSHDSA()));
    config.setCipherFactories(
        added(
            config.getCipherFactories(),
            BlockCiphers.AES128CBC(),
            BlockCiphers.AES192CBC(),
            BlockCiphers.AES256CBC(),
            BlockCiphers.TripleDESCBC()));
    config.setMACFactories(
        added(config.getMACFactories(), Macs.HMACSHA1(), Macs.HMACSHA196(), Macs.HMACMD5()));
    return config;
  }

  /** The old ones last: they are only used where nothing better is offered. */
  @SafeVarargs
  private static <T> List<T> added(List<T> modern, T... old) {
    return Stream.concat(modern.stream(), Stream.of(old)).toList();
  }

  private static ConfigImpl modern() {
    SecurityUtils.setRegisterBouncyCastle(false);
    EcdsaByTheJdk.register();
    ConfigImpl config = new ConfigImpl();
    config.setLoggerFactory(LoggerFactory.DEFAULT);
    config.setVersion("Hairpin");
    config.setKeepAliveProvider(KeepAliveProvider.HEARTBEAT);
    config.setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
    config.setCompressionFactories(List.of(new NoneCompression.Factory()));
    config.setKeyExchangeFactories(
        List.of(
            new Curve25519SHA256.Factory(),
            new Curve25519SHA256.FactoryLibSsh(),
            new ECDHNistP.Factory256(),
            new ECDHNistP.Factory384(),
            new ECDHNistP.Factory521(),
            new DHGexSHA256.Factory(),
            DHGroups.Group16SHA512(),
            DHGroups.Group14SHA256(),
            new ExtInfoClientFactory()));
    config.setKeyAlgorithms(
        List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256()));
    config.setCipherFactories(
        List.of(
            GcmCiphers.AES128GCM(),
            GcmCiphers.AES256GCM(),
            BlockCiphers.AES128CTR(),
            BlockCiphers.AES192CTR(),
            BlockCiphers.AES256CTR(),
            new ChachaOnDemand()));
    config.setMACFactories(
        List.of(
            Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512()));
    config.setFileKeyProviderFactories(
        List.of(
            new OpenSSHKeyV1KeyFile.Factory(),
            new PKCS8KeyFile.Factory(),
            new OpenSSHKeyFile.Factory()));
    return config;
  }
}
