package dev.hairpin.lab;

import dev.hairpin.capture.CapturePoint;
import dev.hairpin.host.Station;

/**
 * The upstream station: it sits on another port of the same switch.
 *
 * @param station sends
 * @param point where its receiving is seen
 */
record Upstream(Station station, CapturePoint point) {}
