package io.familiarface.jobs.visit;

import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.UsualTechnician;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who comes instead, why, for how long, and what the customer knows of it. */
public record Substitution(
    UUID technicianId, ChangeReason reason, Permanence permanence, Notice notice) {

  /** With what counts of what the customer knows. */
  public Substitution counted(NoticePeriod period, Instant at) {
    return new Substitution(technicianId, reason, permanence, period.counted(notice, at));
  }

  /**
   * As the one rule of technician changes reads it.
   *
   * @param planned whom the agreement would have sent
   * @param at when it takes place
   */
  public CompletedVisit<UUID> asCompleted(UUID planned, Instant at) {
    return new CompletedVisit<>(
        technicianId,
        planned,
        reason != null,
        reason == ChangeReason.CUSTOMER_REQUEST,
        permanence == null
            ? io.familiarface.technicianchange.Permanence.UNKNOWN
            : permanence.asRule(),
        Boolean.TRUE.equals(notice.toldBefore(at)),
        Boolean.TRUE.equals(notice.introducedBefore(at)));
  }

  /**
   * Those of a customer's promises that break if it is so.
   *
   * @param planned whom the agreement would have sent; may be null
   * @param at when it takes place
   */
  public List<CustomerState.Promise> broken(
      UUID planned, Instant at, List<CustomerState.Promise> promises) {
    boolean isChange =
        UsualTechnician.startingWith(planned)
            .outcomeOf(asCompleted(planned, at))
            .isTechnicianChange();
    return isChange
        ? promises.stream()
            .filter(promise -> promise.isBrokenBy(technicianId))
            .filter(promise -> promise.isStillValidAt(at))
            .toList()
        : List.of();
  }
}
