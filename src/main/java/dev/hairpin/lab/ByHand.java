package dev.hairpin.lab;

import dev.hairpin.switches.RelayState;
import java.util.Optional;

/**
 * What setting a port by hand came to.
 *
 * @param before what it was
 * @param now what the switch says it is now
 * @param applied whether that is what was wanted
 * @param undone whether the user gave up and what was found was put back
 * @param others what was seen of other ports that changed meanwhile
 */
public record ByHand(
    RelayState before, RelayState now, boolean applied, boolean undone, Optional<String> others) {}
