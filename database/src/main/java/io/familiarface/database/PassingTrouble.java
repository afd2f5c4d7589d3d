package io.familiarface.database;

/**
 * What says nothing about the work at hand, so that the same may well succeed when it is tried
 * again: the database is away or at its limit, or somebody else came first. A taken key alone is
 * none, as it may have been taken for good.
 */
public final class PassingTrouble {
  private PassingTrouble() {}

  public static boolean isCauseOf(Throwable error) {
    return DatabaseUnavailable.isCauseOf(error)
        || ConcurrentUpdate.isCauseOf(error) && !UniqueViolation.isCauseOf(error);
  }
}
