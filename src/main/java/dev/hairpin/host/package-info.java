/** Floor 3. The KVM host: macvtap, stations, guests, the accelerator probe. */
@NullMarked
package dev.hairpin.host;

import org.jspecify.annotations.NullMarked;
