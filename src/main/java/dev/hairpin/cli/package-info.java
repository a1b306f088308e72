/** Floor 7. One small class for each command. */
@NullMarked
package dev.hairpin.cli;

import org.jspecify.annotations.NullMarked;
