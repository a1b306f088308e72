package dev.hairpin.steps;

import dev.hairpin.host.MacvtapMode;
import dev.hairpin.lab.Member;
import java.io.IOException;
import java.util.Optional;

/** Numbered frames: counted out of the NIC, back into it and at the receiver. */
final class NumberedFrames {
  /** All of them are made before the first goes, and every copy is kept. */
  private static final int MOST = 1_000_000;

  private NumberedFrames() {}

  /** Sees to it that so many take the way that they are counted on. */
  static void require(CheckScope check, Actor from, int count, Actor to) throws IOException {
    check.requireBetween(count, 1, MOST, "frames");
    takeTheWay(check, from, to);
  }

  /** The same of frames that go at a rate. */
  static void requireAtRate(CheckScope check, Actor from, int count, Actor to) throws IOException {
    // One frame alone has no distance to another.
    check.requireBetween(count, 2, MOST, "frames");
    takeTheWay(check, from, to);
  }

  private static void takeTheWay(CheckScope check, Actor from, Actor to) throws IOException {
    check.require(
        from != Actor.UPSTREAM && to != Actor.UPSTREAM,
        "numbered frames are counted where they come back into the NIC, and those from and to the upstream never do");
    check.require(
        !inBridgeMode(from.on(check.uplink())) || !inBridgeMode(to.on(check.uplink())),
        "numbered frames are counted where they leave the NIC and come back, and those between stations in bridge mode never leave it");
  }

  private static boolean inBridgeMode(Member member) {
    return member.mode().equals(Optional.of(MacvtapMode.BRIDGE));
  }
}
