package io.familiarface.history.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all dates of a column say about the order in which the company writes them. */
public final class DateEvidence {
  private static final int EXAMPLES = 3;

  /** A date and where it stands. */
  public record Example(long line, String text) {
    @Override
    public String toString() {
      return "%s (line %d)".formatted(text, line);
    }
  }

  private final List<Example> eitherWay = new ArrayList<>();
  private long eitherWays;
  private Example dayFirst;
  private Example monthFirst;

  /** Looks at one more date; blanks and what is no date say nothing. */
  public void see(long line, String text) {
    DateText date = DateText.of(text);
    if (date == null || date.sure()) {
      return;
    }
    if (date.a() > 12 && date.a() <= 31 && date.b() <= 12) {
      dayFirst = dayFirst == null ? new Example(line, text) : dayFirst;
    } else if (date.b() > 12 && date.b() <= 31 && date.a() <= 12) {
      monthFirst = monthFirst == null ? new Example(line, text) : monthFirst;
    } else if (date.a() != date.b() && date.a() <= 12) {
      eitherWays++;
      if (eitherWay.size() < EXAMPLES) {
        eitherWay.add(new Example(line, text));
      }
    }
  }

  /** The order that some date decides and none contradicts. */
  public Optional<DateOrder> decided() {
    if (isMixed()) {
      return Optional.empty();
    }
    if (dayFirst != null) {
      return Optional.of(DateOrder.DAY_MONTH_YEAR);
    }
    return Optional.ofNullable(monthFirst == null ? null : DateOrder.MONTH_DAY_YEAR);
  }

  /** Whether some dates can only be read the one way and some only the other. */
  public boolean isMixed() {
    return dayFirst != null && monthFirst != null;
  }

  /** Whether there are dates that could be either. */
  public boolean needsOrder() {
    return eitherWays > 0;
  }

  public long eitherWays() {
    return eitherWays;
  }

  public List<Example> examples() {
    return List.copyOf(eitherWay);
  }

  /** The first date that decided, for the report. */
  public Optional<Example> deciding() {
    return Optional.ofNullable(dayFirst != null ? dayFirst : monthFirst);
  }

  /** Both sides of a contradiction. */
  public List<Example> contradiction() {
    return isMixed() ? List.of(dayFirst, monthFirst) : List.of();
  }
}
