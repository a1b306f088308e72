package dev.hairpin.host;

/**
 * Which accelerator guests use, and why.
 *
 * @param accelerator the one
 * @param reason for a person: {@code /dev/kvm opens, but the probe guest did not boot within 5 s}
 */
public record AcceleratorChoice(Accelerator accelerator, String reason) {}
