/**
 * Floor 6, within the lab in a box. What a switch can do wrong, by name: each fault is one that a
 * check must notice.
 */
@NullMarked
package dev.hairpin.embedded.fault;

import org.jspecify.annotations.NullMarked;
