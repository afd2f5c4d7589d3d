package io.familiarface.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the ids of everything this system owns. */
public final class Ids {
  private Ids() {}

  /** A UUIDv7: ordered by the time of making, so that new rows land at one end of an index. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
