package dev.hairpin.verdict;

import dev.hairpin.capture.CapturePoint;

/**
 * The claims that checks make of one frame, with the diagnosis of each way in which they can be
 * wrong.
 */
public final class Claims {
  private Claims() {}

  /** The frame goes out of the NIC exactly once. */
  public static Expectation leavesTheNic(CapturePoint nicOut) {
    return new Expectation(
        "it leaves the NIC once", nicOut, Quantity.exactly(1), Diagnosis.LOST, Diagnosis.DUPLICATE);
  }

  /**
   * The frame never goes out of the NIC.
   *
   * @param fromUpstream whether it came in from the upstream: then a copy going out was sent back
   *     up
   */
  public static Expectation staysOffTheWire(CapturePoint nicOut, boolean fromUpstream) {
    return new Expectation(
        "it does not leave the NIC",
        nicOut,
        Quantity.none(),
        Diagnosis.LOST,
        fromUpstream ? Diagnosis.UNWANTED_REFLECTION : Diagnosis.UPLINK_LEAK);
  }

  /** The switch sends the frame back exactly once. */
  public static Expectation comesBack(CapturePoint nicIn) {
    return comesBackOnce(nicIn, Diagnosis.NO_REFLECTION);
  }

  /** The switch sends the frame back exactly once, whatever it looks like. */
  public static Expectation comesBackWhole(CapturePoint nicIn) {
    return comesBackOnce(nicIn, Diagnosis.LOST);
  }

  /** The switch keeps the frame to itself, as its destination demands (IEEE 802.1Q 8.6.3). */
  public static Expectation linkLocalStaysAway(CapturePoint nicIn) {
    return doesNotComeBack(nicIn, Diagnosis.LINK_LOCAL_REFLECTED);
  }

  /** What came down to the uplink isn't sent back up. */
  public static Expectation notSentBackUp(CapturePoint upstream) {
    return new Expectation(
        "it is not sent back up",
        upstream,
        Quantity.none(),
        Diagnosis.LOST,
        Diagnosis.UNWANTED_REFLECTION);
  }

  /**
   * The switch sends the frame to nobody but whom it is for (IEEE 802.1Q 8.8), as its forwarding
   * table says it would.
   */
  public static Expectation notFlooded(CapturePoint upstream) {
    return new Expectation(
        "it is not flooded to the upstream, for its address is learned on another port",
        upstream,
        Quantity.none(),
        Diagnosis.LOST,
        Diagnosis.CONFIG_UNTRUE);
  }

  /** The switch may send the frame back, but not twice. */
  public static Expectation comesBackAtMostOnce(CapturePoint nicIn) {
    return new Expectation(
        "it comes back into the NIC at most once",
        nicIn,
        Quantity.atMost(1),
        Diagnosis.NO_REFLECTION,
        Diagnosis.DUPLICATE);
  }

  /** The switch does not send the frame back. */
  public static Expectation staysAway(CapturePoint nicIn) {
    return doesNotComeBack(nicIn, Diagnosis.UNWANTED_REFLECTION);
  }

  private static Expectation comesBackOnce(CapturePoint nicIn, Diagnosis missing) {
    return new Expectation(
        "it comes back into the NIC once",
        nicIn,
        Quantity.exactly(1),
        missing,
        Diagnosis.DUPLICATE);
  }

  private static Expectation doesNotComeBack(CapturePoint nicIn, Diagnosis reflected) {
    return new Expectation(
        "it does not come back into the NIC",
        nicIn,
        Quantity.none(),
        Diagnosis.NO_REFLECTION,
        reflected);
  }

  /** Whether the switch sends the frame back is as it says of itself. */
  public static Expectation reflectionIsTrue(CapturePoint nicIn, boolean on) {
    return new Expectation(
        on
            ? "it comes back into the NIC once, as the switch says"
            : "it does not come back into the NIC, as the switch says",
        nicIn,
        on ? Quantity.exactly(1) : Quantity.none(),
        Diagnosis.CONFIG_UNTRUE,
        on ? Diagnosis.DUPLICATE : Diagnosis.CONFIG_UNTRUE);
  }

  /** Somebody receives the frame exactly once. */
  public static Expectation receives(String who, CapturePoint point) {
    return new Expectation(
        who + " receives it once", point, Quantity.exactly(1), Diagnosis.LOST, Diagnosis.DUPLICATE);
  }

  /** Somebody may receive the frame, but not twice. */
  public static Expectation receivesAtMostOnce(String who, CapturePoint point) {
    return new Expectation(
        who + " receives it at most once",
        point,
        Quantity.atMost(1),
        Diagnosis.LOST,
        Diagnosis.DUPLICATE);
  }

  /**
   * Somebody does not receive the frame.
   *
   * @param ifReceived what it means when somebody does
   */
  public static Expectation doesNotReceive(String who, CapturePoint point, Diagnosis ifReceived) {
    return new Expectation(
        who + " does not receive it", point, Quantity.none(), Diagnosis.LOST, ifReceived);
  }

  /** Who received a frame that was not to reach it, and how the two stand to each other. */
  public enum Stranger {
    /** It sent the frame itself. */
    SENDER,
    /** It or the sender is in private mode. */
    ISOLATED,
    /** It or the sender is the host. */
    HOST,
    /** It is the upstream, and the frame was for a station on the uplink. */
    UPSTREAM,
    /** The frame was for another address. */
    BYSTANDER,
    /** The frame was for it, but the way is closed. */
    ADDRESSEE
  }

  /** The diagnosis of a frame received by a stranger. */
  public static Diagnosis received(Stranger stranger) {
    return switch (stranger) {
      case SENDER -> Diagnosis.RETURNED_TO_SENDER;
      case ISOLATED -> Diagnosis.ISOLATION_LEAK;
      case HOST -> Diagnosis.UNEXPECTED_REACHABILITY;
      case UPSTREAM -> Diagnosis.UPLINK_LEAK;
      case BYSTANDER -> Diagnosis.DUPLICATE;
      case ADDRESSEE -> Diagnosis.UNWANTED_REFLECTION;
    };
  }
}
