package io.familiarface.feedback.complaint;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** What makes a complaint one that can be: causes that the company knows, times in order. */
@ApplicationScoped
public class ComplaintRules {
  private final Set<String> causes;
  private final Clock clock;

  ComplaintRules(ComplaintSettings settings, Clock clock) {
    this.causes = new TreeSet<>(settings.causes());
    this.clock = clock;
  }

  /** Refuses, by the field at fault, a complaint that cannot be. */
  void check(ComplaintDetails complaint) {
    checkCause(complaint.cause());
    Instant now = clock.instant();
    Instants.requirePast(complaint.receivedAt(), now, "/receivedAt");
    Instants.requirePast(complaint.resolvedAt(), now, "/resolvedAt");
    Instants.requirePast(complaint.reopenedAt(), now, "/reopenedAt");
    mustFollow(complaint.receivedAt(), complaint.resolvedAt(), "/resolvedAt");
    mustFollow(complaint.receivedAt(), complaint.reopenedAt(), "/reopenedAt");
  }

  /**
   * Refuses a cause that is not on the company's list.
   *
   * @param cause null while nobody knows it
   */
  public void checkCause(String cause) {
    if (cause != null && !causes.contains(cause)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/cause", "The company knows these causes: " + String.join(", ", causes) + ".");
    }
  }

  private static void mustFollow(Instant received, Instant later, String pointer) {
    if (later != null && later.isBefore(received)) {
      throw CommonProblem.INVALID_REQUEST.at(
          pointer, "This cannot be before the complaint was received.");
    }
  }
}
