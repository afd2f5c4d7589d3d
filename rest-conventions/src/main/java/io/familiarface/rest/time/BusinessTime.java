package io.familiarface.rest.time;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Who may say that something happened when. */
@RequestScoped
public class BusinessTime {
  private static final Duration WITHIN_A_DAY = Duration.ofHours(24);

  private final Clock clock;
  private final Caller caller;

  BusinessTime(Clock clock, Caller caller) {
    this.clock = clock;
    this.caller = caller;
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * The instant at which a fact happened: what was given, or now.
   *
   * @param pointer where the instant stands in the request body
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for the future; 403 when it is more
   *     than 24 hours ago and the caller is neither admin nor manager
   */
  public Instant ofFact(Instant given, String pointer) {
    if (given == null) {
      return now();
    }
    mayRecord(given, pointer);
    return given;
  }

  /** As {@link #ofFact}, for an instant that must be given. */
  public void mayRecord(Instant at, String pointer) {
    Instant now = now();
    Instants.requirePast(at, now, pointer);
    if (at.isBefore(now.minus(WITHIN_A_DAY)) && !caller.isManager()) {
      throw CommonProblem.FORBIDDEN.at(
          pointer,
          "What happened more than a day ago is recorded by a manager, an admin, or an import.");
    }
  }
}
