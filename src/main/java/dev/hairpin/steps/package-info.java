/** Floor 5. Cucumber glue: words to calls, no logic of its own. */
@NullMarked
package dev.hairpin.steps;

import org.jspecify.annotations.NullMarked;
