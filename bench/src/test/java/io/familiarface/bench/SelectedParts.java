package io.familiarface.bench;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The parts that are to be measured: all, or those that {@code --only} names. */
final class SelectedParts {
  // From "flat" on, each leaves so much behind that only ratios can be measured after it.
  private static final List<String> IN_SYSTEM =
      List.of(
          "start",
          "import",
          "requests",
          "overload",
          "risk",
          "card",
          "compilers",
          "accounting",
          "flat",
          "customers-import",
          "visits-import",
          "search",
          "insights");
  private static final List<String> ALONE = List.of("plan", "engine", "learning", "quality");

  private final Set<String> parts = new LinkedHashSet<>();
  private final boolean all;
  private final OptionalInt secondsATurn;
  private final OptionalInt lines;

  private SelectedParts(Set<String> asked, OptionalInt secondsATurn, OptionalInt lines) {
    this.secondsATurn = secondsATurn;
    this.lines = lines;
    all = asked.isEmpty();
    parts.addAll(asked);
    if (all) {
      parts.addAll(IN_SYSTEM);
      parts.addAll(ALONE);
    }
  }

  /**
   * @throws IllegalArgumentException with words for whoever typed it
   */
  static SelectedParts from(List<String> arguments) {
    Set<String> asked = new LinkedHashSet<>();
    OptionalInt secondsATurn = OptionalInt.empty();
    OptionalInt lines = OptionalInt.empty();
    for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
      String argument = each.next();
      if (argument.equals("--only")) {
        asked.addAll(Arrays.asList((each.hasNext() ? each.next() : "").split(",", -1)));
      } else if (argument.equals("--seconds")) {
        secondsATurn = OptionalInt.of(number(argument, 9_999, each));
      } else if (argument.equals("--lines")) {
        lines = OptionalInt.of(number(argument, 10_000_000, each));
      } else if (!argument.equals("--quick")) {
        throw new IllegalArgumentException(
            argument
                + " is not known; there are --quick, --seconds N, --lines N and --only part,part.");
      }
    }
    for (String part : asked) {
      if (!IN_SYSTEM.contains(part) && !ALONE.contains(part)) {
        throw new IllegalArgumentException(
            "There is no part '%s'; there are %s, %s."
                .formatted(part, String.join(", ", IN_SYSTEM), String.join(", ", ALONE)));
      }
    }
    return new SelectedParts(asked, secondsATurn, lines);
  }

  private static int number(String argument, int most, Iterator<String> rest) {
    String text = rest.hasNext() ? rest.next() : "";
    int number = text.matches("[1-9]\\d{0,7}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "%s takes a number from 1 to %d, not '%s'.".formatted(argument, most, text));
    }
    return number;
  }

  /** How long each turn is, if somebody said. */
  OptionalInt secondsATurn() {
    return secondsATurn;
  }

  /** How many customers or visits an import has, if somebody said. */
  OptionalInt lines() {
    return lines;
  }

  boolean has(String part) {
    return parts.contains(part);
  }

  boolean needsSystem() {
    return IN_SYSTEM.stream().anyMatch(this::has);
  }

  /** What the name of the report ends with, so that none is taken for that of a whole run. */
  String suffix(boolean quick) {
    return (quick ? "-quick" : "") + (all ? "" : "-" + String.join("-", parts));
  }
}
