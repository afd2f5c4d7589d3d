package io.familiarface.history.recognition;

import io.familiarface.history.line.ImportLine;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.spool.SortedSpool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Lines that were not found among those of their name: what is held under their external id may
 * have another owner by now, and what people have entered there stays. Both sides sorted by
 * external id and walked together.
 */
final class ExternalIdMatcher implements Closeable {
  private final SortedSpool<ImportLine> existing;
  private final SortedSpool<PlannedLine> imported;
  private boolean nothingExists = true;

  ExternalIdMatcher(Path existing, Path imported, long memory) {
    this.existing = new SortedSpool<>(ImportLine.class, existing, memory);
    this.imported = new SortedSpool<>(PlannedLine.class, imported, memory);
  }

  void addExisting(ImportLine line) throws IOException {
    if (line.externalId() != null) {
      existing.add(key(line), line);
      nothingExists = false;
    }
  }

  boolean nothingExists() {
    return nothingExists;
  }

  void addImported(long origin, ImportLine line) throws IOException {
    imported.add(key(line), new PlannedLine(origin, line, null));
  }

  private static String key(ImportLine line) {
    return line.destination() + " " + line.externalId();
  }

  void write(LineWriter writer) throws IOException {
    Iterator<SortedSpool.Keyed<ImportLine>> items = existing.sorted();
    SortedSpool.Keyed<ImportLine> item = items.hasNext() ? items.next() : null;
    for (var lines = imported.sorted(); lines.hasNext(); ) {
      SortedSpool.Keyed<PlannedLine> line = lines.next();
      while (item != null && item.key().compareTo(line.key()) < 0) {
        item = items.hasNext() ? items.next() : null;
      }
      boolean found = item != null && item.key().equals(line.key());
      writer.writeMerged(line.value().origin(), line.value().line(), found ? item.value() : null);
    }
  }

  @Override
  public void close() throws IOException {
    existing.close();
    imported.close();
  }
}
