package io.familiarface.feed;

/**
 * The feed has never given this cursor, so it is from another life of it (a backup was restored,
 * say). Gone (410): the reader has to rebuild what it derived from this feed.
 */
public final class CursorGoneException extends FeedException {
  public CursorGoneException(String feed, Cursor cursor, long head) {
    super(
        "The feed \"%s\" ends at %d and has never given %s. Rebuild what you derived from it."
            .formatted(feed, head, cursor));
  }
}
