package io.familiarface.bench;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts that are to be measured: all, or those that {@code --only} names. */
final class SelectedParts {
  private static final List<String> IN_SYSTEM =
      List.of("start", "import", "completing", "cards", "risk");
  private static final List<String> ALONE = List.of("engine", "learning", "quality");

  private final Set<String> parts = new LinkedHashSet<>();
  private final boolean all;

  private SelectedParts(Set<String> asked) {
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
    for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
      String argument = each.next();
      if (argument.equals("--only")) {
        asked.addAll(Arrays.asList((each.hasNext() ? each.next() : "").split(",", -1)));
      } else if (!argument.equals("--quick")) {
        throw new IllegalArgumentException(
            argument + " is not known; there are --quick and --only part,part.");
      }
    }
    for (String part : asked) {
      if (!IN_SYSTEM.contains(part) && !ALONE.contains(part)) {
        throw new IllegalArgumentException(
            "There is no part '%s'; there are %s, %s."
                .formatted(part, String.join(", ", IN_SYSTEM), String.join(", ", ALONE)));
      }
    }
    return new SelectedParts(asked);
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
