package io.familiarface.feed;

import java.util.List;

/**
 * Some events of a feed, in order.
 *
 * @param head the last position that the feed had given; travels as the header {@value #HEAD}
 * @param compacted whether each event is the full state of its subject, so that a newer one makes
 *     the older ones void; travels as the header {@value #COMPACTED}
 */
public record FeedPage(List<FeedEvent> events, long head, boolean compacted) {
  /** The response header that carries {@link #head()}. */
  public static final String HEAD = "Feed-Head";

  /** The response header that carries {@link #compacted()}. */
  public static final String COMPACTED = "Feed-Compacted";

  public FeedPage {
    events = List.copyOf(events);
  }
}
