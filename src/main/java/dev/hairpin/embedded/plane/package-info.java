/**
 * Floor 6, within the lab in a box. A forwarding plane of the lab's own (IEEE 802.1Q 8.6, without
 * VLAN filtering), which can be made to do something wrong.
 */
@NullMarked
package dev.hairpin.embedded.plane;

import org.jspecify.annotations.NullMarked;
