package io.familiarface.feedback.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small chart: numbers in, the places of its parts out, which a template draws as SVG. */
public final class Chart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 272;
  private static final int LEFT = 60;
  private static final int BOTTOM = 52;
  private static final int TOP = 12;
  private static final int RIGHT = 24;
  private static final int LINE = 11;
  private static final int LINES = 3;

  /** About what a letter of the labels takes. */
  private static final double LETTER = 5.8;

  public final int width = WIDTH;
  public final int height = HEIGHT;
  public final int middle = (TOP + HEIGHT - BOTTOM) / 2;
  public final String axis = "M%d %d V%d H%d".formatted(LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
  public final String title;
  public final String yTitle;

  /** What it shows, for whoever can't see it. */
  public String words;

  public final List<String> grids = new ArrayList<>();
  public final List<Line> lines = new ArrayList<>();
  public final List<Dot> dots = new ArrayList<>();
  public final List<Bar> bars = new ArrayList<>();
  public final List<Label> labels = new ArrayList<>();

  private final double mostX;
  private final double mostY;

  public record Point(double x, double y) {}

  public record Line(String style, String path) {}

  public record Dot(String style, String x, String y) {}

  public record Bar(String x, String y, String width, String height) {}

  public record Label(String anchor, String x, String y, String words) {}

  public Chart(String title, String xTitle, String yTitle, double mostX, double mostY) {
    this.title = title;
    this.words = title;
    this.yTitle = yTitle;
    this.mostX = mostX <= 0 ? 1 : mostX;
    this.mostY = mostY <= 0 ? 1 : mostY;
    label("middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, xTitle);
  }

  public Chart ticksX(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      double x = x(mostX * i / Math.max(1, words.size() - 1));
      boolean sticksOut = x + words.get(i).length() * LETTER / 2 > WIDTH;
      label(
          sticksOut ? "end" : "middle", sticksOut ? WIDTH : x, HEIGHT - BOTTOM + 15, words.get(i));
    }
    return this;
  }

  /** Four steps of a share, in percent. */
  public Chart percentY() {
    return stepsY(Chart::percent);
  }

  /** Four steps of any number. */
  public Chart stepsY(DoubleFunction<String> words) {
    for (int i = 0; i <= 4; i++) {
      double step = mostY * i / 4;
      label("end", LEFT - 5, y(step) + 4, words.apply(step));
      grids.add("M%d %s H%d".formatted(LEFT, text(y(step)), WIDTH - RIGHT));
    }
    return this;
  }

  public Chart line(String style, List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(text(x(point.x)))
          .append(' ')
          .append(text(y(point.y)));
    }
    lines.add(new Line(style, path.toString()));
    return this;
  }

  public Chart scatter(List<Point> points) {
    if (points.isEmpty()) {
      nothing();
    }
    return scatter("", points);
  }

  /** An empty frame might be taken for one that is still to come. */
  private void nothing() {
    label("middle", (LEFT + WIDTH - RIGHT) / 2.0, middle, "nothing yet");
  }

  public Chart scatter(String style, List<Point> points) {
    points.forEach(point -> dots.add(new Dot(style, text(x(point.x)), text(y(point.y)))));
    return this;
  }

  /** A bar for each value, side by side, each with its label below and its value above. */
  public Chart columns(List<String> below, List<Double> heights, List<String> above) {
    if (heights.isEmpty()) {
      nothing();
    }
    double room = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, heights.size());
    for (int i = 0; i < heights.size(); i++) {
      double center = LEFT + room * (i + 0.5);
      double top = y(heights.get(i));
      bars.add(
          new Bar(
              text(center - room * 0.35),
              text(top),
              text(room * 0.7),
              text(HEIGHT - BOTTOM - top)));
      List<String> lines = lines(below.get(i), (int) (room / LETTER));
      for (int line = 0; line < lines.size(); line++) {
        label("middle", center, HEIGHT - BOTTOM + 13 + LINE * line, lines.get(line));
      }
      label("middle", center, top - 4, above.get(i));
    }
    return saying(
        heights.isEmpty()
            ? "nothing yet"
            : IntStream.range(0, heights.size())
                .mapToObj(i -> below.get(i) + " " + above.get(i))
                .collect(Collectors.joining(", ")));
  }

  /** Says in words what is drawn. */
  public Chart saying(String what) {
    words = title + ": " + what;
    return this;
  }

  /** Words in as many lines as they need and there is room for; what is too long ends in dots. */
  static List<String> lines(String words, int letters) {
    List<String> lines = new ArrayList<>();
    for (String word : words.split(" ")) {
      int last = lines.size() - 1;
      String joined = last < 0 ? word : lines.get(last) + " " + word;
      if (last >= 0 && (joined.length() <= letters || lines.size() == LINES)) {
        lines.set(last, joined);
      } else {
        lines.add(word);
      }
    }
    lines.replaceAll(
        line ->
            line.length() <= letters ? line : line.substring(0, Math.max(1, letters - 1)) + "…");
    return lines;
  }

  public static String percent(double share) {
    return String.format(Locale.ENGLISH, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
  }

  private double x(double value) {
    return LEFT + value / mostX * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - Math.min(1, value / mostY) * (HEIGHT - BOTTOM - TOP);
  }

  private void label(String anchor, double x, double y, String words) {
    labels.add(new Label(anchor, text(x), text(y), words));
  }

  private static String text(double place) {
    return String.format(Locale.ENGLISH, "%.1f", place);
  }
}
