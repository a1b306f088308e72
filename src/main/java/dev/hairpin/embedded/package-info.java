/** Floor 5. The lab in a box: namespaces and a real switch in one of them. */
@NullMarked
package dev.hairpin.embedded;

import org.jspecify.annotations.NullMarked;
