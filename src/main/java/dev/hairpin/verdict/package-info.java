/** Floor 4. Expectation and sightings to verdict. Pure: no clock, no I/O. */
@NullMarked
package dev.hairpin.verdict;

import org.jspecify.annotations.NullMarked;
