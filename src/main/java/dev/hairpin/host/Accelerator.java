package dev.hairpin.host;

/** What runs a guest's instructions. */
public enum Accelerator {
  /** The processor itself, through {@code /dev/kvm}. */
  KVM("kvm", "host"),
  /** QEMU's translator: slower, but needs nothing. */
  TCG("tcg", "max,la57=off");

  private final String qemuName;
  private final String processor;

  Accelerator(String qemuName, String processor) {
    this.qemuName = qemuName;
    this.processor = processor;
  }

  /** The name that QEMU's {@code -accel} uses. */
  public String qemuName() {
    return qemuName;
  }

  /** For {@code -cpu}. With TCG's max, rdrand feeds the guest entropy and it never waits for it. */
  String processor() {
    return processor;
  }
}
