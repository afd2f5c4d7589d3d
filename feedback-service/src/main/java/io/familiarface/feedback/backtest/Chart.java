package io.familiarface.feedback.backtest;

import java.util.List;
import java.util.Locale;

/** A small chart as SVG: numbers in, a picture out that needs nothing else. */
final class Chart {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;
  private static final int LEFT = 60;
  private static final int BOTTOM = 40;
  private static final int TOP = 12;
  private static final int RIGHT = 24;

  private final StringBuilder svg = new StringBuilder();
  private final double mostX;
  private final double mostY;

  record Point(double x, double y) {}

  Chart(String title, String xTitle, String yTitle, double mostX, double mostY) {
    this.mostX = mostX <= 0 ? 1 : mostX;
    this.mostY = mostY <= 0 ? 1 : mostY;
    add("<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, HEIGHT, title);
    add("<path class='axis' d='M%d %d V%d H%d'/>", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
    text("middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, xTitle);
    add(
        "<text class='label' text-anchor='middle' transform='translate(12 %d)"
            + " rotate(-90)'>%s</text>",
        (TOP + HEIGHT - BOTTOM) / 2, yTitle);
  }

  Chart ticksX(List<String> labels) {
    for (var i = 0; i < labels.size(); i++) {
      var x = x(mostX * i / Math.max(1, labels.size() - 1));
      text("middle", x, HEIGHT - BOTTOM + 15, labels.get(i));
    }
    return this;
  }

  /** Four steps of a share, in percent. */
  Chart percentY() {
    for (var i = 0; i <= 4; i++) {
      var share = mostY * i / 4;
      text("end", LEFT - 5, y(share) + 4, percent(share));
      add("<path class='grid' d='M%d %.1f H%d'/>", LEFT, y(share), WIDTH - RIGHT);
    }
    return this;
  }

  Chart line(String style, List<Point> points) {
    var path = new StringBuilder();
    for (var point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(String.format(Locale.ENGLISH, "%.1f %.1f", x(point.x), y(point.y)));
    }
    add("<path class='line %s' d='%s'/>", style, path);
    return this;
  }

  Chart dots(List<Point> points) {
    for (var point : points) {
      add("<circle class='dot' cx='%.1f' cy='%.1f' r='4'/>", x(point.x), y(point.y));
    }
    return this;
  }

  /** A bar for each value, side by side, each with its label below and its value above. */
  Chart bars(List<String> labels, List<Double> heights, List<String> values) {
    var room = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, heights.size());
    for (var i = 0; i < heights.size(); i++) {
      var middle = LEFT + room * (i + 0.5);
      var top = y(heights.get(i));
      add(
          "<rect class='bar' x='%.1f' y='%.1f' width='%.1f' height='%.1f'/>",
          middle - room * 0.35, top, room * 0.7, HEIGHT - BOTTOM - top);
      text("middle", middle, HEIGHT - BOTTOM + 15, labels.get(i));
      text("middle", middle, top - 4, values.get(i));
    }
    return this;
  }

  String svg() {
    return svg + "</svg>";
  }

  static String percent(double share) {
    return String.format(Locale.ENGLISH, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
  }

  private double x(double value) {
    return LEFT + value / mostX * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - Math.min(1, value / mostY) * (HEIGHT - BOTTOM - TOP);
  }

  private void text(String anchor, double x, double y, String words) {
    add("<text text-anchor='%s' x='%.1f' y='%.1f'>%s</text>", anchor, x, y, words);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ENGLISH, format, values)).append('\n');
  }
}
