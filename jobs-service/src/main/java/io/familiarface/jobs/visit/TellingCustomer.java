package io.familiarface.jobs.visit;

import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Somebody told the customer who will come, or introduced the new one. */
@ApplicationScoped
public class TellingCustomer {
  private final LockedVisits visits;
  private final NoticePeriod period;
  private final BusinessTime businessTime;

  TellingCustomer(LockedVisits visits, NoticePeriod period, BusinessTime businessTime) {
    this.visits = visits;
    this.period = period;
    this.businessTime = businessTime;
  }

  /**
   * Marks a visit that is still to come.
   *
   * @param toldAt now if null
   * @param introducedAt null if nobody was
   * @param how null if nobody has said
   */
  @Transactional
  public VisitView tell(Ref ref, Instant toldAt, Instant introducedAt, ToldHow how) {
    LockedVisit locked = visits.lock(ref);
    Visit visit = locked.visit();
    visit.requirePlanned();
    Instant told = businessTime.ofFact(toldAt, "/toldAt");
    if (introducedAt != null) {
      businessTime.mayRecord(introducedAt, "/introducedAt");
    }
    VisitSnapshot before = visit.snapshot();
    if (visit.isToldInTime()) {
      // Saying it again makes it no later.
      visit.setNotice(visit.notice().and(null, introducedAt));
    } else {
      visit.setNotice(visit.notice().and(told, introducedAt));
      visit.judgeTelling(period);
    }
    return visits.save(locked, "visit.told", before, Telling.told(told, how));
  }

  /** The customer knows that nobody comes to a visit that was called off. */
  @Transactional
  public void toldOff(UUID visitId, Instant at, ToldHow how) {
    LockedVisit locked = visits.lock(Ref.of(visitId));
    Visit visit = locked.visit();
    if (visit.isMissedByUs()) {
      VisitSnapshot before = visit.snapshot();
      visit.setNotice(visit.notice().and(at, null));
      visits.save(locked, "visit.told", before, Telling.told(at, how));
    }
  }

  /**
   * Whoever comes to a visit, or came, was introduced before.
   *
   * @param at when the customer met them
   */
  @Transactional
  public void introduced(UUID visitId, Instant at) {
    LockedVisit locked = visits.lock(Ref.of(visitId));
    Visit visit = locked.visit();
    VisitSnapshot before = visit.snapshot();
    visit.introduce(at);
    visits.save(locked, "visit.introduced", before);
  }
}
