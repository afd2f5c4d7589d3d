package io.familiarface.jobs.visit;

import io.familiarface.jobs.agreement.Agreement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who usually comes: whoever started, until a visit hands over for good. */
@ApplicationScoped
public class HandOvers {
  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

  private final Visits visits;
  private final VisitNews news;

  HandOvers(Visits visits, VisitNews news) {
    this.visits = visits;
    this.news = news;
  }

  /** Who would usually come to a visit at this instant. */
  UUID usualAt(Agreement agreement, Instant at) {
    if (agreement.usualSince() == null || agreement.usualSince().isBefore(at)) {
      return agreement.usualTechnicianId();
    }
    return visits
        .lastHandOverBefore(agreement.id(), at)
        .map(Visit::technicianId)
        .orElse(agreement.startingTechnicianId());
  }

  /**
   * Lets the agreement, and its planned visits after {@code from}, follow the hand-overs as they
   * stand now. Called when a hand-over was made, changed or undone at {@code from}.
   */
  public void follow(Agreement agreement, Instant from) {
    Optional<Visit> last = visits.lastHandOverBefore(agreement.id(), EVER);
    agreement.usuallyComes(
        last.map(Visit::technicianId).orElse(agreement.startingTechnicianId()),
        last.map(Visit::scheduledAt).orElse(null));
    UUID usual = usualAt(agreement, from.plusNanos(1));
    for (Visit visit : visits.plannedAfter(agreement.id(), from)) {
      VisitRecord before = visit.record();
      if (visit.follow(usual)) {
        news.changed(visit, "visit.follows-usual-technician", before);
      }
      if (visit.isHandOver()) {
        usual = visit.technicianId();
      }
    }
  }
}
