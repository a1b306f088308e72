package dev.hairpin.capture;

import dev.hairpin.wire.Mark;
import java.util.Optional;

/**
 * One copy of one frame, seen at one place.
 *
 * @param point where
 * @param order the position among all sightings of the uplink, from 0 up; sightings of one point
 *     keep their order
 * @param epochNanos when, nanoseconds since 1970-01-01T00:00:00Z, by the kernel where it stamps
 *     frames
 * @param frame the bytes from the destination address on, without FCS; not to be changed
 * @param mark the probe's mark, where the frame carries one of this run
 */
public record Sighting(
    CapturePoint point, long order, long epochNanos, byte[] frame, Optional<Mark> mark) {}
