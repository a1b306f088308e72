package dev.hairpin.host;

import java.nio.file.Path;

/**
 * A kernel for guests.
 *
 * @param kernel the file that QEMU loads
 * @param modules a directory with its modules, {@code NAME.ko} or {@code NAME.ko.xz}, at any depth
 * @param release its version
 */
record GuestKernel(Path kernel, Path modules, String release) {}
