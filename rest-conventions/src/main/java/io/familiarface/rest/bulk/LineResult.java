package io.familiarface.rest.bulk;

import java.util.UUID;

/** What became of a line that was taken in, and the id of the thing it describes. */
public record LineResult(Status status, UUID id) {
  public enum Status {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  public static LineResult created(UUID id) {
    return new LineResult(Status.CREATED, id);
  }

  public static LineResult updated(UUID id) {
    return new LineResult(Status.UPDATED, id);
  }

  public static LineResult unchanged(UUID id) {
    return new LineResult(Status.UNCHANGED, id);
  }
}
