package io.familiarface.feedback.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Days that are counted together, the last one included. */
record DayRun(LocalDate first, LocalDate last) {
  /** A few more days are counted sooner than a statement more is sent. */
  private static final int GAP = 7;

  /** Runs in which all of the days lie, in order. */
  static List<DayRun> of(Collection<LocalDate> days) {
    List<DayRun> runs = new ArrayList<>();
    for (LocalDate day : new TreeSet<>(days)) {
      DayRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && !day.isAfter(last.last.plusDays(GAP))) {
        runs.set(runs.size() - 1, new DayRun(last.first, day));
      } else {
        runs.add(new DayRun(day, day));
      }
    }
    return runs;
  }
}
