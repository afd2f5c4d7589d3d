package io.familiarface.history.plan;

import io.familiarface.history.Destination;
import io.familiarface.history.line.ImportLine;
import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.line.TechnicianLine;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.spool.SortedSpool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The lines of a plan, by the folded name of their customer: each customer, with the agreements,
 * and after each agreement its visits and its cancellation. Technicians, who are few, stand apart.
 */
final class PlannedLines implements Closeable {
  private static final long MEMORY_TO_SORT = 12L << 20;

  private final List<PlannedLine> technicians = new ArrayList<>();
  private final SortedSpool<PlannedLine> spool;
  private final Map<Destination, Long> counts = new EnumMap<>(Destination.class);
  private Instant firstVisit = Instant.MAX;
  private Instant lastVisit = Instant.MIN;

  PlannedLines(Path folder) {
    spool = new SortedSpool<>(PlannedLine.class, folder, MEMORY_TO_SORT);
    for (Destination destination : Destination.values()) {
      counts.put(destination, 0L);
    }
  }

  /**
   * @param origin the line of the company's file that it comes from
   */
  void add(long origin, TechnicianLine technician) {
    technicians.add(new PlannedLine(origin, technician, null));
    count(Destination.TECHNICIANS);
  }

  /**
   * @param name of the customer, folded
   * @param origin the line of the company's file that it comes from
   */
  void add(String name, long origin, ImportLine line, MatchHints hints) throws IOException {
    spool.add(name, new PlannedLine(origin, line, hints));
    count(line.destination());
    if (line instanceof VisitLine visit) {
      Instant at = visit.scheduledAt();
      firstVisit = at.isBefore(firstVisit) ? at : firstVisit;
      lastVisit = at.isAfter(lastVisit) ? at : lastVisit;
    }
  }

  private void count(Destination destination) {
    counts.merge(destination, 1L, Long::sum);
  }

  Map<Destination, Long> counts() {
    return counts;
  }

  List<PlannedLine> technicians() {
    return technicians;
  }

  Iterator<SortedSpool.Keyed<PlannedLine>> sorted() throws IOException {
    return spool.sorted();
  }

  /** Later than the last one if there is none. */
  Instant firstVisit() {
    return firstVisit;
  }

  Instant lastVisit() {
    return lastVisit;
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
