package io.familiarface.customers;

import java.util.UUID;

/** Whoever passes on what another service tells by its feed. */
public interface FeedSink {

  /**
   * @param type without the common prefix, such as {@code visit.completed}
   * @param data null when the subject is to be forgotten
   */
  void by(String feed, String type, UUID subject, String data);
}
