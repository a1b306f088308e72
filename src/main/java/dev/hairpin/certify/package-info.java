/** Floor 8. Certification: a set of checks with a name, what a run of it comes to, signed. */
@NullMarked
package dev.hairpin.certify;

import org.jspecify.annotations.NullMarked;
