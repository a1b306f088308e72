package dev.hairpin.linux;

import dev.hairpin.wire.MacAddress;
import java.util.Optional;

/**
 * A macvtap or macvlan that was made.
 *
 * @param name its name
 * @param index its number; the character device of a macvtap is {@code /dev/tap<index>}
 * @param mac the MAC address it has
 * @param device a macvtap's character device
 */
public record AddedLink(String name, int index, MacAddress mac, Optional<CharacterDevice> device) {}
