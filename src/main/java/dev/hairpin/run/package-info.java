/** Floor 6. A run from start to finish. */
@NullMarked
package dev.hairpin.run;

import org.jspecify.annotations.NullMarked;
