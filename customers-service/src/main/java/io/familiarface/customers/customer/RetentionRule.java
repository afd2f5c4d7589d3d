package io.familiarface.customers.customer;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** How long something of customers is kept; each capability has one for what it keeps. */
public interface RetentionRule {
  /** What is kept, such as {@code INTERACTIONS}. */
  String kind();

  /** For how long; empty for ever. */
  Optional<Period> keptFor();

  /**
   * What is older than an instant.
   *
   * @param count at most {@link #MOST_COUNTED}
   * @param oldestAt null where there is none
   */
  record Due(long count, Instant oldestAt) {}

  /** More are not counted. */
  int MOST_COUNTED = 10_000;

  /** What is older than this, and so would go. */
  Due due(Instant before);

  /**
   * Forgets, in a transaction of its own, some of what is older than this.
   *
   * @return how many; fewer than asked for when nothing is left
   */
  int forget(Instant before, int most);
}
