package io.familiarface.rest.bulk;

import java.util.UUID;

/**
 * What became of a line that was taken in, and the id of the thing it describes.
 *
 * @param warning what a person should know who may have meant something else; or null
 */
public record LineResult(Status status, UUID id, String warning) {
  public enum Status {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  public static LineResult created(UUID id) {
    return new LineResult(Status.CREATED, id, null);
  }

  public static LineResult updated(UUID id) {
    return new LineResult(Status.UPDATED, id, null);
  }

  public static LineResult unchanged(UUID id) {
    return new LineResult(Status.UNCHANGED, id, null);
  }

  /** The same, with something more to be said about it. */
  LineResult warning(String words) {
    return new LineResult(status, id, warning == null ? words : warning + " " + words);
  }
}
