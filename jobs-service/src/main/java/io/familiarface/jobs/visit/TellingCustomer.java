package io.familiarface.jobs.visit;

import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Somebody told the customer who will come, or introduced the new one. */
@ApplicationScoped
class TellingCustomer {
  private final Visits visits;
  private final OwnVisits ownVisits;
  private final VisitNews news;
  private final BusinessTime businessTime;

  TellingCustomer(Visits visits, OwnVisits ownVisits, VisitNews news, BusinessTime businessTime) {
    this.visits = visits;
    this.ownVisits = ownVisits;
    this.news = news;
    this.businessTime = businessTime;
  }

  @Transactional
  Visit tell(Ref ref, Instant toldAt, Instant introducedAt) {
    Visit visit = visits.locked(ref);
    ownVisits.mayBeSeen(visit);
    OpenVisits.mustBePlanned(visit);
    Instant told = businessTime.ofFact(toldAt, "/toldAt");
    if (introducedAt != null) {
      businessTime.mayRecord(introducedAt, "/introducedAt");
    }
    VisitRecord before = visit.record();
    visit.know(visit.notice().and(told, introducedAt));
    news.changed(visit, "visit.told", before);
    return visit;
  }
}
