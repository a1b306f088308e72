/** Floor 1. Bytes and their meaning: MAC addresses, frames, probes. Pure: no clock, no I/O. */
@NullMarked
package dev.hairpin.wire;

import org.jspecify.annotations.NullMarked;
