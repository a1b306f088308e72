package dev.hairpin.report;

import dev.hairpin.capture.CapturePoint.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way of one probe as a small drawing: the stations and the NIC in the host above, the switch
 * and the upstream below. An arrow is drawn where copies went, dashed where one is missing, thick
 * where there are too many; the words in the boxes and the description say the same.
 */
final class PathDrawing {
  private static final double WIDTH = 400;
  private static final double MARGIN = 8;

  /** How wide a letter of a place's name is at most, on the average: the names are bold. */
  private static final double NAME_LETTER = 7.3;

  private static final double LETTER = 7;
  private static final double BOX = 54;
  private static final double GAP = 34;
  private static final double NIC_SPLIT = WIDTH / 2;
  private static final double OUT_X = 110;
  private static final double IN_X = 216;
  private static final double UPSTREAM_WIDTH = 134;
  private static final double UPSTREAM_LEFT = WIDTH - UPSTREAM_WIDTH - 1;
  private static final double SWITCH_RIGHT = UPSTREAM_LEFT - GAP;
  private static final int IN_A_ROW = 4;

  private final TrialPath trial;
  private final boolean fromUpstream;
  private final Optional<Hop> out;
  private final Optional<Hop> in;
  private final Optional<Hop> upstream;
  private final Map<String, Optional<Hop>> stations = new LinkedHashMap<>();
  private final Svg svg = new Svg();
  private final double nicTop;
  private final double switchTop;

  private PathDrawing(TrialPath trial) {
    this.trial = trial;
    out = first(Kind.NIC_OUT);
    in = first(Kind.NIC_IN);
    upstream = first(Kind.UPSTREAM);
    String sender = trial.sender();
    fromUpstream =
        upstream.filter(each -> each.place().equals(sender)).isPresent()
            || sender.toLowerCase(Locale.ROOT).contains("upstream");
    if (!fromUpstream) {
      stations.put(sender, Optional.empty());
    }
    for (Hop hop : trial.hops()) {
      if (hop.kind() == Kind.STATION || hop.kind() == Kind.HOST) {
        stations.put(hop.place(), Optional.of(hop));
      }
    }
    int rows = (stations.size() + IN_A_ROW - 1) / IN_A_ROW;
    nicTop = MARGIN + 22 + rows * (BOX + GAP);
    switchTop = nicTop + BOX + MARGIN + GAP;
  }

  /** The drawing, as an element that can stand in a page. */
  static String of(TrialPath trial) {
    return new PathDrawing(trial).draw();
  }

  private String draw() {
    svg.box("place", 1, 1, WIDTH - 2, nicTop + BOX + MARGIN);
    svg.text("label", MARGIN, 17, "host");
    boxes();
    arrows();
    double height = switchTop + BOX + MARGIN;
    String title = "Path of the probe: " + trial.name();
    return svg.element(WIDTH, height, title, description());
  }

  private void boxes() {
    List<String> places = new ArrayList<>(stations.keySet());
    for (int index = 0; index < places.size(); index++) {
      String place = places.get(index);
      hop(
          place,
          stations.getOrDefault(place, Optional.empty()),
          stationX(index),
          stationY(index),
          stationWidth());
    }
    hop("NIC out", out, MARGIN, nicTop, NIC_SPLIT - 1.5 * MARGIN);
    hop("NIC in", in, NIC_SPLIT + MARGIN / 2, nicTop, NIC_SPLIT - 1.5 * MARGIN);
    boolean withUpstream = fromUpstream || upstream.isPresent();
    svg.box("place", 1, switchTop, withUpstream ? SWITCH_RIGHT - 1 : WIDTH - 2, BOX);
    svg.text("label", MARGIN, switchTop + BOX - 8, "switch");
    if (withUpstream) {
      hop(
          fromUpstream ? trial.sender() : "upstream",
          upstream,
          UPSTREAM_LEFT,
          switchTop,
          UPSTREAM_WIDTH);
    }
  }

  /** A box with up to three lines: the place, the copies, the time. */
  private void hop(String place, Optional<Hop> hop, double x, double y, double width) {
    String name = hop.map(Hop::place).orElse(place);
    int room = (int) ((width - 10) / NAME_LETTER);
    boolean sends = name.equals(trial.sender());
    String style = hop.map(PathDrawing::style).orElse(sends ? "ok" : "unwatched");
    svg.box("hop " + style, x, y, width, BOX);
    svg.text("name", x + 6, y + 16, PlainText.clipped(name, room));
    int wide = (int) ((width - 10) / LETTER);
    List<String> lines = new ArrayList<>();
    if (sends) {
      lines.add("sends");
    }
    // Of a sender that expects nothing and gets nothing, there is nothing to say.
    hop.filter(each -> !sends || !each.ok() || each.seen() > 0 || !each.expected().equals("any"))
        .ifPresent(each -> lines.addAll(said(each)));
    if (lines.isEmpty()) {
      lines.add("not watched");
    }
    svg.text(style, x + 6, y + 32, PlainText.clipped(lines.get(0), wide));
    if (lines.size() > 1) {
      svg.text(style, x + 6, y + 47, PlainText.clipped(lines.get(1), wide));
    }
  }

  private void arrows() {
    double nicBottom = nicTop + BOX;
    if (fromUpstream) {
      svg.arrow("ok", UPSTREAM_LEFT, switchTop + 18, SWITCH_RIGHT, switchTop + 18);
    }
    arrow(
        out,
        style -> {
          if (!fromUpstream) {
            svg.arrow(style, senderX(), stationY(0) + BOX, OUT_X, nicTop);
          }
          svg.arrow(style, OUT_X, nicBottom, OUT_X, switchTop);
        });
    if (fromUpstream) {
      arrow(in, style -> svg.arrow(style, IN_X, switchTop, IN_X, nicBottom));
    } else if (seen(out)) {
      arrow(in, style -> svg.turn(style, OUT_X, switchTop, IN_X, nicBottom, 21));
    }
    arrow(
        upstream,
        style -> svg.arrow(style, SWITCH_RIGHT, switchTop + 40, UPSTREAM_LEFT, switchTop + 40));
    int index = 0;
    for (Map.Entry<String, Optional<Hop>> each : stations.entrySet()) {
      double x = stationX(index) + stationWidth() / 2 + 10;
      double bottom = stationY(index) + BOX;
      boolean throughNic = cameFromSwitch() || each.getKey().equals(trial.sender());
      arrow(
          each.getValue().filter(hop -> throughNic || hop.seen() > 0 || !seen(out)),
          style -> {
            if (throughNic) {
              svg.arrow(style, IN_X, nicTop, x, bottom);
            } else {
              svg.turn(style, senderX() + 10, stationY(0) + BOX, x, bottom, 14);
            }
          });
      index++;
    }
  }

  /**
   * Otherwise it was handed over within the host, as bridge mode does; and of one that left the
   * host, was seen nowhere behind it and is missing, nobody knows which way it should have come.
   */
  private boolean cameFromSwitch() {
    boolean missed = in.filter(each -> !each.ok()).isPresent();
    return fromUpstream || (seen(out) && (in.isEmpty() || seen(in) || missed));
  }

  /** Where nothing was seen and nothing should be, nothing is drawn. */
  private static void arrow(Optional<Hop> to, Consumer<String> drawn) {
    to.filter(hop -> hop.seen() > 0 || !hop.ok()).ifPresent(hop -> drawn.accept(style(hop)));
  }

  private static boolean seen(Optional<Hop> hop) {
    return hop.filter(each -> each.seen() > 0).isPresent();
  }

  private double senderX() {
    return stationX(0) + stationWidth() / 2;
  }

  private double stationWidth() {
    int columns = Math.min(IN_A_ROW, Math.max(2, stations.size()));
    return (WIDTH - MARGIN * (columns + 1)) / columns;
  }

  private double stationX(int index) {
    return MARGIN + (index % IN_A_ROW) * (stationWidth() + MARGIN);
  }

  private double stationY(int index) {
    int row = index / IN_A_ROW;
    return MARGIN + 16 + row * (BOX + GAP);
  }

  private static String style(Hop hop) {
    return switch (hop.fate()) {
      case AS_EXPECTED -> "ok";
      case MISSING -> "missing";
      default -> "surplus";
    };
  }

  /** The copies, and then what is wrong with them or when they came. */
  private static List<String> said(Hop hop) {
    if (hop.ok()) {
      String sign = hop.expected().equals("any") ? "" : "✓ ";
      return List.of(sign + hop.seen() + " seen", hop.when());
    }
    String number = hop.fate().ofNumber() ? " of " + hop.expected() : " seen";
    return List.of("✗ " + hop.seen() + number, hop.brief());
  }

  private String description() {
    StringBuilder text = new StringBuilder("Sent by " + trial.sender() + ".");
    for (Hop hop : trial.hops()) {
      text.append(' ').append(hop.place()).append(": ").append(hop.words());
      text.append(hop.when().isEmpty() ? "" : ", at " + hop.when());
      text.append('.');
    }
    return text.toString();
  }

  private Optional<Hop> first(Kind kind) {
    return trial.hops().stream().filter(each -> each.kind() == kind).findFirst();
  }
}
