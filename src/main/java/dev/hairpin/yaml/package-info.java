/**
 * Floor 0. YAML text with positions: every fault of a file at once, each with its line and column.
 */
@NullMarked
package dev.hairpin.yaml;

import org.jspecify.annotations.NullMarked;
