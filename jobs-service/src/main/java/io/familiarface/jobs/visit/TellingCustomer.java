package io.familiarface.jobs.visit;

import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Somebody told the customer who will come, or introduced the new one. */
@ApplicationScoped
class TellingCustomer {
  private final VisitAccess access;
  private final VisitPublisher publisher;
  private final BusinessTime businessTime;

  TellingCustomer(VisitAccess access, VisitPublisher publisher, BusinessTime businessTime) {
    this.access = access;
    this.publisher = publisher;
    this.businessTime = businessTime;
  }

  @Transactional
  Visit tell(Ref ref, Instant toldAt, Instant introducedAt) {
    Visit visit = access.lock(ref);
    visit.requirePlanned();
    Instant told = businessTime.ofFact(toldAt, "/toldAt");
    if (introducedAt != null) {
      businessTime.mayRecord(introducedAt, "/introducedAt");
    }
    VisitSnapshot before = visit.snapshot();
    visit.setNotice(visit.notice().and(told, introducedAt));
    publisher.changed(visit, "visit.told", before);
    return visit;
  }
}
