package io.familiarface.feed;

import java.util.List;

/**
 * Some events of a feed, in order.
 *
 * @param head the last position that the feed had given; travels as the header {@value #HEAD}
 */
public record FeedPage(List<FeedEvent> events, long head) {
  /** The response header that carries {@link #head()}. */
  public static final String HEAD = "Feed-Head";

  public FeedPage {
    events = List.copyOf(events);
  }
}
