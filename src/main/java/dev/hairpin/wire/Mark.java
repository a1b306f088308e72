package dev.hairpin.wire;

/**
 * What was recognised in a frame that carries a probe's mark.
 *
 * @param run the run that sent it
 * @param number the probe's number, unique in its run, from 1 up
 * @param role what it was sent for
 * @param intact whether the frame's own checksum still holds
 */
public record Mark(RunTag run, int number, ProbeRole role, boolean intact) {}
