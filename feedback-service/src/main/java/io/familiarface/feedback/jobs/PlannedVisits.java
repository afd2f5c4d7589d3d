package io.familiarface.feedback.jobs;

import io.familiarface.feedback.risk.whatif.HypotheticalVisit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is planned for a customer. */
@ApplicationScoped
public class PlannedVisits {
  private final VisitCopies copies;

  PlannedVisits(VisitCopies copies) {
    this.copies = copies;
  }

  /** The next visit at or after an instant that somebody is planned for. */
  public Optional<HypotheticalVisit> next(UUID customer, Instant from) {
    return copies
        .next(customer, from)
        .filter(visit -> visit.technicianId() != null)
        .map(VisitCopy::asPlanned);
  }
}
