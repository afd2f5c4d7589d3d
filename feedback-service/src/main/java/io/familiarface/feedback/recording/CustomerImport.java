package io.familiarface.feedback.recording;

import io.familiarface.feedback.jobs.Visits;
import java.util.UUID;

/**
 * How lines about customers become records of one kind.
 *
 * @param <L> the line
 * @param <E> the record that it becomes
 */
public interface CustomerImport<L extends CustomerLine, E extends CustomerRecord> {
  Class<L> lineType();

  CustomerRecords<E> records();

  /** Called in the transaction of each chunk, before anything else. */
  void begin();

  /** Refuses a line that says of a visit what cannot be said of it. */
  default void check(L line, Visits.Known visit) {}

  E create(Origin origin, L line, UUID visit);

  /** Says whether that changed anything. */
  boolean update(E known, L line, UUID visit);
}
