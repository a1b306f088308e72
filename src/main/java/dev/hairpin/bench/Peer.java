package dev.hairpin.bench;

import java.nio.file.Path;

/**
 * Another program that can do the same work.
 *
 * @param version as it says it, or empty
 */
record Peer(String name, Path program, String version) {}
