package io.familiarface.feedback.recording;

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

  E create(Origin origin, L line, UUID visit);

  /** Says whether that changed anything. */
  boolean update(E known, L line, UUID visit);
}
