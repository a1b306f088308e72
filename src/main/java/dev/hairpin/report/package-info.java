/** Floor 5. Results to JSON, HTML, JUnit XML, pcapng evidence. */
@NullMarked
package dev.hairpin.report;

import org.jspecify.annotations.NullMarked;
