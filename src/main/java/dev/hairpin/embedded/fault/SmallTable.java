package dev.hairpin.embedded.fault;

import dev.hairpin.embedded.plane.Fault;

/** Has room for few addresses. */
record SmallTable(int tableSize) implements Fault {}
