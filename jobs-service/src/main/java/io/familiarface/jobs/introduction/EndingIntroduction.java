package io.familiarface.jobs.introduction;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.visit.Introduction;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.TellingCustomer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The customer has met whoever comes next; or is not going to. */
@ApplicationScoped
class EndingIntroduction {
  private final Introductions introductions;
  private final FoundIntroductions found;
  private final TellingCustomer telling;
  private final AuditTrail audit;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;
  private final Caller caller;

  EndingIntroduction(
      Introductions introductions,
      FoundIntroductions found,
      TellingCustomer telling,
      AuditTrail audit,
      BusinessTime businessTime,
      CompanyCalendar calendar,
      Caller caller) {
    this.introductions = introductions;
    this.found = found;
    this.telling = telling;
    this.audit = audit;
    this.businessTime = businessTime;
    this.calendar = calendar;
    this.caller = caller;
  }

  /**
   * Only now it counts for the hand-over.
   *
   * @param introducedAt when it was; null for when it was to be; or now, if that is yet to come or
   *     it could not be then
   */
  @Transactional
  Introduction done(Ref ref, Instant introducedAt) {
    Introduction before = found.get(ref);
    before.requireOpen();
    Instant now = Instants.toMicros(calendar.now());
    Instant met =
        introducedAt != null
            ? Instants.toMicros(businessTime.ofFact(introducedAt, "/introducedAt"))
            : before.isOff() || !before.scheduledAt().isBefore(now) ? now : before.scheduledAt();
    telling.introduced(before.visitId(), met);
    return ended(
        before, introductions.done(before.id(), met, now, caller.name()), "introduction.done");
  }

  @Transactional
  Introduction drop(Ref ref, String reason) {
    Introduction before = found.get(ref);
    before.requireOpen();
    Instant now = Instants.toMicros(calendar.now());
    return ended(
        before,
        introductions.drop(before.id(), reason, now, caller.name()),
        "introduction.dropped");
  }

  private Introduction ended(Introduction before, boolean wasOpen, String action) {
    Introduction after = found.get(Ref.of(before.id()));
    if (!wasOpen) {
      after.requireOpen();
    }
    audit.changed(
        action, "introduction", after.id(), after.customerId(), before.state(), after.state());
    return after;
  }
}
