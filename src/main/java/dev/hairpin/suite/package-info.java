/**
 * The suite in other projects: a JUnit platform engine that runs their feature files, with this
 * project's steps beside theirs, on each uplink of a lab.
 */
@NullMarked
package dev.hairpin.suite;

import org.jspecify.annotations.NullMarked;
