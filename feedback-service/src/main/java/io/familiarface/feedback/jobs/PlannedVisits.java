package io.familiarface.feedback.jobs;

import io.familiarface.risk.advice.DueVisit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is planned for a customer. */
@ApplicationScoped
public class PlannedVisits {
  /**
   * What another package may join: the visits for which somebody is still to come. That is until
   * the day is over, where the company is, of which {@code :today} is the beginning, or until it is
   * told how the visit went: at what time of its day it is, may not have been said, and whoever is
   * late may still come.
   */
  public static final String AHEAD =
      "(select * from visit_copy where state = 'PLANNED' and scheduled_at >= :today)";

  private final VisitCopies copies;

  PlannedVisits(VisitCopies copies) {
    this.copies = copies;
  }

  /** The next visit at or after an instant, whether somebody is planned for it or nobody yet. */
  public Optional<DueVisit> next(UUID customer, Instant from) {
    return copies
        .next(customer, from)
        .map(
            visit ->
                visit.technicianId() == null
                    ? DueVisit.withoutTechnician(visit.agreementId(), visit.scheduledAt())
                    : DueVisit.planned(visit.asPlanned()));
  }
}
