package io.familiarface.feedback.jobs;

import io.familiarface.risk.advice.DueVisit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
      // With both ends PostgreSQL keeps one plan for all; with one it would plan each time.
      "(select * from visit_copy where state = 'PLANNED'"
          + " and scheduled_at between :today and 'infinity')";

  private final VisitCopies copies;
  private final ZoneId zone;

  PlannedVisits(
      VisitCopies copies, @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.copies = copies;
    this.zone = zone;
  }

  /** The next visit that is still ahead then, whether somebody is planned for it or nobody yet. */
  public Optional<DueVisit> next(UUID customer, Instant now) {
    Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return copies
        .next(customer, today)
        .map(
            visit ->
                visit.technicianId() == null
                    ? DueVisit.withoutTechnician(visit.agreementId(), visit.scheduledAt())
                    : DueVisit.planned(visit.asPlanned()));
  }
}
