package io.familiarface.feedback.calculation;

import io.familiarface.risk.learning.ProgressListener;
import java.util.UUID;

/** A calculation that this copy of the service runs: how far it is, and whether it may go on. */
final class RunningCalculation implements ProgressListener {
  private final UUID id;
  private volatile double share;
  private volatile String doing = "waiting for its turn";
  private volatile String stop;

  RunningCalculation(UUID id) {
    this.id = id;
  }

  /** Says that it may not go on; it ends at the next step of its progress. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(String why) {
      super(why);
    }
  }

  @Override
  public void at(double reached, String step) {
    if (stop != null) {
      throw new Stopped(stop);
    }
    share = reached;
    doing = step;
  }

  void stop(String why) {
    stop = why;
  }

  UUID id() {
    return id;
  }

  double share() {
    return share;
  }

  String doing() {
    return doing;
  }
}
