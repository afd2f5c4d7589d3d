package io.familiarface.rest.job;

import java.util.UUID;

/** A job that this copy of the service runs: how far it is, and whether it may go on. */
public final class RunningJob {
  private record Reached(String step, double done, double total) {}

  private final UUID id;
  private volatile Reached now;
  private volatile String stop;

  public RunningJob(UUID id, String firstStep) {
    this.id = id;
    this.now = new Reached(firstStep, 0, 0);
  }

  /** Says that a job may not go on; it ends at the next step of its progress. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(String why) {
      super(why);
    }
  }

  public UUID id() {
    return id;
  }

  /**
   * Notes how far it is; called often, so it does not go to the database.
   *
   * @throws Stopped when it may not go on
   */
  public void at(String step, double done, double total) {
    if (stop != null) {
      throw new Stopped(stop);
    }
    now = new Reached(step, done, total);
  }

  /** It ends at its next step, with these words. */
  public void stop(String why) {
    stop = why;
  }

  String step() {
    return now.step();
  }

  double done() {
    return now.done();
  }

  double total() {
    return now.total();
  }
}
