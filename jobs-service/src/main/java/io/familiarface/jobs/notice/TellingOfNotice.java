package io.familiarface.jobs.notice;

import io.familiarface.jobs.visit.TellingCustomer;
import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Somebody spoke with the customer; the visit is marked told with it. */
@ApplicationScoped
class TellingOfNotice {
  private final Notices notices;
  private final TellingCustomer telling;
  private final AuditTrail audit;
  private final BusinessTime businessTime;
  private final Caller caller;

  TellingOfNotice(
      Notices notices,
      TellingCustomer telling,
      AuditTrail audit,
      BusinessTime businessTime,
      Caller caller) {
    this.notices = notices;
    this.telling = telling;
    this.audit = audit;
    this.businessTime = businessTime;
    this.caller = caller;
  }

  @Transactional
  NoticeRow tell(Ref ref, ToldHow how, Instant toldAt, Instant introducedAt) {
    NoticeRow before = notices.get(ref);
    UUID id = before.id();
    Instant at = Instants.toMicros(businessTime.ofFact(toldAt, "/toldAt"));
    if (before.marksVisit()) {
      telling.tell(Ref.of(before.visitId()), at, introducedAt, how);
    } else if (before.visitId() != null) {
      telling.toldOff(before.visitId(), at, how);
    }
    boolean recorded = notices.told(id, at, how, caller.name());
    NoticeRow after = notices.get(Ref.of(id));
    if (!recorded) {
      after.requireUntold();
    }
    audit.changed("notice.told", "notice", id, after.customerId(), before.state(), after.state());
    return after;
  }
}
