package io.familiarface.jobs;

import java.util.UUID;

/**
 * One customer has become part of another; whoever keeps anything of the first gives it to the
 * second, in the running transaction.
 */
public record CustomerMerged(UUID from, UUID into) {
  /**
   * Priority of agreements, to which visits belong: who adds to one of them holds it, so that what
   * they add is there when the others look.
   */
  public static final int FIRST = 100;

  /** Priority of projects, as agreements; after these, as whoever holds both takes them so. */
  public static final int PROJECTS = 150;

  /** Priority of visits, which have notices and are invoiced. */
  public static final int THEN = 200;
}
