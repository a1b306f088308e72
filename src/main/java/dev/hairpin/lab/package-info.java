/** Floor 4. What a lab file says, the open lab and its uplinks, the undo journal. */
@NullMarked
package dev.hairpin.lab;

import org.jspecify.annotations.NullMarked;
