package io.familiarface.feed;

import java.util.List;
import java.util.UUID;

/**
 * Some events of a feed, in order.
 *
 * @param head the last position that the feed had given; travels as the header {@value #HEAD}
 * @param compacted whether each event is the full state of its subject, so that a newer one makes
 *     the older ones void; travels as the header {@value #COMPACTED}
 * @param epoch in which the feed is; travels as the header {@value #EPOCH}; null if it is not known
 */
public record FeedPage(List<FeedEvent> events, long head, boolean compacted, UUID epoch) {
  /** The response header that carries {@link #head()}. */
  public static final String HEAD = "Feed-Head";

  /** The response header that carries {@link #compacted()}. */
  public static final String COMPACTED = "Feed-Compacted";

  /** The response header that carries {@link #epoch()}. */
  public static final String EPOCH = "Feed-Epoch";

  public FeedPage {
    events = List.copyOf(events);
  }
}
