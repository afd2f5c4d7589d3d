package io.familiarface.history.recognition;

import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.spool.SortedSpool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/**
 * Visits of the file that have the company's own id and were not found among those of their name:
 * the id may be held under another name. Both sides sorted by id and walked together.
 */
final class VisitsElsewhere implements Closeable {
  private final SortedSpool<VisitLine> existing;
  private final SortedSpool<PlannedLine> imported;
  private boolean any;

  VisitsElsewhere(Path existing, Path imported, long memory) {
    this.existing = new SortedSpool<>(VisitLine.class, existing, memory);
    this.imported = new SortedSpool<>(PlannedLine.class, imported, memory);
  }

  void addExisting(VisitLine visit) throws IOException {
    String key = visit.externalId();
    if (key != null && !ExistingVisit.isMade(key)) {
      existing.add(key, visit);
      any = true;
    }
  }

  boolean mayHave(MatchHints.ForVisit hints) {
    return any && hints.idGiven();
  }

  void add(long origin, VisitLine line) throws IOException {
    imported.add(line.externalId(), new PlannedLine(origin, line, null));
  }

  void write(LineWriter writer) throws IOException {
    Iterator<SortedSpool.Keyed<VisitLine>> held = existing.sorted();
    SortedSpool.Keyed<VisitLine> next = held.hasNext() ? held.next() : null;
    Iterator<SortedSpool.Keyed<PlannedLine>> visits = imported.sorted();
    while (visits.hasNext()) {
      SortedSpool.Keyed<PlannedLine> visit = visits.next();
      while (next != null && next.key().compareTo(visit.key()) < 0) {
        next = held.hasNext() ? held.next() : null;
      }
      boolean found = next != null && next.key().equals(visit.key());
      VisitLine line = (VisitLine) visit.value().line();
      writer.addIfNew(
          visit.value().origin(),
          line,
          found ? LineMerger.visit(line, next.value()) : Optional.of(line));
    }
  }

  @Override
  public void close() throws IOException {
    existing.close();
    imported.close();
  }
}
