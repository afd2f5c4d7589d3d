package io.familiarface.customers;

import io.familiarface.rest.testing.story.NeighbourEvent;
import java.util.UUID;

/** Whoever passes on what another service tells by its feed. */
public interface FeedSink {

  /**
   * @param type without the common prefix, such as {@code visit.completed}
   * @param data null when the subject is to be forgotten
   */
  void by(String feed, String type, UUID subject, String data);

  /** What a story of the test kit tells. */
  default void tell(NeighbourEvent event) {
    by(
        event.feed(),
        event.event().type().replaceFirst("^io\\.familiarface\\.", ""),
        UUID.fromString(event.event().subject()),
        event.event().data());
  }
}
