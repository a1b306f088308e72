/** The runs of the past in a database, and what they say together: flakes, trends, noise. */
@NullMarked
package dev.hairpin.history;

import org.jspecify.annotations.NullMarked;
