package io.familiarface.risk.continuity;

import java.util.HashMap;
import java.util.List;

/** Continuity of a short list of visits, counted afresh. */
public final class VisitCounts {

  private VisitCounts() {}

  /** In the order of the visits; technicians are whatever is equal to itself. */
  public static Continuity of(List<?> technicians) {
    var counts = new HashMap<Object, Integer>();
    var samePairs = 0;
    for (var i = 0; i < technicians.size(); i++) {
      counts.merge(technicians.get(i), 1, Integer::sum);
      if (i > 0 && technicians.get(i).equals(technicians.get(i - 1))) {
        samePairs++;
      }
    }
    var most = 0;
    var squares = 0L;
    var weightedLogs = 0.0;
    for (int n : counts.values()) {
      most = Math.max(most, n);
      squares += (long) n * n;
      weightedLogs += n * Continuity.log2(n);
    }
    return Continuity.of(technicians.size(), counts.size(), most, squares, weightedLogs, samePairs);
  }
}
