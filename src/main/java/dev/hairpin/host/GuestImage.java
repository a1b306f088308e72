package dev.hairpin.host;

import java.nio.file.Path;

/**
 * What a guest boots.
 *
 * @param kernel a bzImage, or an uncompressed kernel with a PVH entry
 * @param initramfs a cpio archive
 * @param release the kernel's version, for reports
 */
public record GuestImage(Path kernel, Path initramfs, String release) {
  /** What the guest says on its control line when it takes commands. */
  static final String READY = "hairpin-guest-ready\n";
}
