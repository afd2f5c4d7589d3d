package io.familiarface.feedback.jobs;

import io.familiarface.risk.advice.DueVisit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is planned for a customer. */
@ApplicationScoped
public class PlannedVisits {
  /** What another package may join. */
  public static final String ROWS = "(select * from visit_copy where state = 'PLANNED')";

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
