package dev.hairpin.switches;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
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
  private static final Config CONFIG = build();

  private SshAlgorithms() {}

  static Config config() {
    return CONFIG;
  }

  private static Config build() {
    SecurityUtils.setRegisterBouncyCastle(false);
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
