/** Floor 3. Capture points, captures, sightings. */
@NullMarked
package dev.hairpin.capture;

import org.jspecify.annotations.NullMarked;
