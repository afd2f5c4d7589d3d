package io.familiarface.history.file;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between two cells. */
public enum Separator {
  COMMA(',', "commas"),
  SEMICOLON(';', "semicolons"),
  TAB('\t', "tabs"),
  BAR('|', "vertical bars");

  private final char sign;
  private final String words;

  Separator(char sign, String words) {
    this.sign = sign;
    this.words = words;
  }

  char sign() {
    return sign;
  }

  public String words() {
    return words;
  }

  /** First the one by which most of the lines fall into equally many cells, and into the most. */
  static List<Separator> byLikelihood(List<String> lines) {
    Optional<Separator> said = said(lines.get(0));
    if (said.isPresent()) {
      return List.of(said.get());
    }
    return Stream.of(values())
        .sorted(Comparator.comparingDouble(candidate -> -candidate.score(lines)))
        .toList();
  }

  /** Excel reads a first line "sep=;". */
  private static Optional<Separator> said(String first) {
    String line = first.strip().replace("\"", "").toLowerCase(Locale.ROOT);
    return line.startsWith("sep=")
        ? Stream.of(values()).filter(it -> first.indexOf(it.sign) >= 0).findFirst()
        : Optional.empty();
  }

  private double score(List<String> lines) {
    int[] count = new int[lines.size()];
    int n = 0;
    for (String line : lines) {
      List<String> cells = Cells.split(line, sign);
      count[n++] = cells == null ? 0 : cells.size();
    }
    return score(count, n);
  }

  private static double score(int[] count, int n) {
    double best = 0;
    for (int i = 0; i < n; i++) {
      int alike = 0;
      for (int j = 0; j < n; j++) {
        alike += count[j] == count[i] ? 1 : 0;
      }
      best = Math.max(best, (count[i] - 1.0) * alike / n);
    }
    return best;
  }
}
