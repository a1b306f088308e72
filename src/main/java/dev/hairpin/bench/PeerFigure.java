package dev.hairpin.bench;

import java.util.Optional;

/**
 * What another program took for the work of a {@link Figure}.
 *
 * @param version as the program says it
 * @param value in the figure's unit
 * @param ratio what this program took through what the peer took; where the figure leaves a part of
 *     it out, the whole counts here; none where the peer took nothing
 */
public record PeerFigure(String name, String version, double value, Optional<Double> ratio) {
  static PeerFigure of(Peer peer, Beside beside) {
    return new PeerFigure(peer.name(), peer.version(), beside.value(), beside.ratio());
  }
}
