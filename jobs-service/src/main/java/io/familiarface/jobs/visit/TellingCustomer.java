package io.familiarface.jobs.visit;

import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Somebody told the customer who will come, or introduced the new one. */
@ApplicationScoped
public class TellingCustomer {
  private final LockedVisits visits;
  private final BusinessTime businessTime;

  TellingCustomer(LockedVisits visits, BusinessTime businessTime) {
    this.visits = visits;
    this.businessTime = businessTime;
  }

  /**
   * Marks a visit that is still to come.
   *
   * @param toldAt now if null
   * @param introducedAt null if nobody was
   */
  @Transactional
  public VisitView tell(Ref ref, Instant toldAt, Instant introducedAt) {
    LockedVisit locked = visits.lock(ref);
    Visit visit = locked.visit();
    visit.requirePlanned();
    Instant told = businessTime.ofFact(toldAt, "/toldAt");
    if (introducedAt != null) {
      businessTime.mayRecord(introducedAt, "/introducedAt");
    }
    VisitSnapshot before = visit.snapshot();
    visit.setNotice(visit.notice().and(told, introducedAt));
    return visits.save(locked, "visit.told", before);
  }
}
