/** What this program takes for its work, in figures, beside what others take for the same. */
@NullMarked
package dev.hairpin.bench;

import org.jspecify.annotations.NullMarked;
