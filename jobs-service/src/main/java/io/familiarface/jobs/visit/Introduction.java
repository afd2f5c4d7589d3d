package io.familiarface.jobs.visit;

import io.familiarface.jobs.JobsProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * That two are at a visit together, so that the customer meets whoever comes next; with the names.
 *
 * @param visitId the visit of the successor, and {@code comesAt} when it is
 * @param jointVisitId the visit of the leaver, at which both are
 * @param timeSaid whether anybody has said at what time of its day; else it takes nobody's
 * @param endedBy null where a change of a visit, or of who is there, has dropped it
 * @param reason why it was dropped, or cannot be when it was to be
 */
public record Introduction(
    UUID id,
    UUID visitId,
    UUID jointVisitId,
    UUID customerId,
    String customerExternalId,
    String customerName,
    String address,
    String program,
    UUID leaverId,
    String leaverName,
    UUID successorId,
    String successorName,
    Instant scheduledAt,
    LocalDate scheduledOn,
    boolean timeSaid,
    Instant comesAt,
    @Nested Notice notice,
    IntroductionState state,
    Instant madeAt,
    Instant metAt,
    Instant endedAt,
    String endedBy,
    String reason,
    long version) {

  /** The customer has been told who comes to the visit that it is for. */
  public boolean customerKnowsWho() {
    return Boolean.TRUE.equals(notice.toldBefore(comesAt));
  }

  /** Whether it is one technician's work. */
  public boolean isOf(UUID technicianId) {
    return leaverId.equals(technicianId) || successorId.equals(technicianId);
  }

  /** Nobody is to be at it. */
  public boolean isOff() {
    return state == IntroductionState.DROPPED || state == IntroductionState.NEEDED;
  }

  /** Refuses one that has ended. */
  public void requireOpen() {
    if (endedAt != null) {
      throw JobsProblem.INTRODUCTION_ENDED.because(
          "This introduction has ended: it is %s.".formatted(state));
    }
  }
}
