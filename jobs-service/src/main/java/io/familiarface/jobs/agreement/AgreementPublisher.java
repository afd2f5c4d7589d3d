package io.familiarface.jobs.agreement;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;

/** Tells the feed, the audit trail and the planner what became of an agreement. */
@ApplicationScoped
class AgreementPublisher {
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;
  private final Event<AgreementSigned> signed;
  private final Event<AgreementReplanned> replanned;
  private final Event<AgreementRenewed> renewed;

  AgreementPublisher(
      JobsFeeds feeds,
      AuditTrail audit,
      CompanyCalendar calendar,
      Event<AgreementSigned> signed,
      Event<AgreementReplanned> replanned,
      Event<AgreementRenewed> renewed) {
    this.feeds = feeds;
    this.audit = audit;
    this.calendar = calendar;
    this.signed = signed;
    this.replanned = replanned;
    this.renewed = renewed;
  }

  AgreementEvent fact(Agreement agreement) {
    Instant endsAt = agreement.endsOn == null ? null : calendar.endOf(agreement.endsOn);
    return AgreementEvent.of(agreement, calendar.startOf(agreement.startsOn), endsAt);
  }

  void started(Agreement agreement) {
    AgreementEvent fact = fact(agreement);
    feeds.job("agreement.started", agreement.customerId, fact.startsAt(), fact);
    audit.changed("agreement.signed", "agreement", agreement.id, agreement.customerId, null, fact);
    signed.fire(new AgreementSigned(agreement));
  }

  /** Called with the change flushed, so that the fact carries the new revision. */
  void changed(Agreement agreement, AgreementEvent before) {
    tell(agreement, "agreement.changed", before);
  }

  /**
   * As {@link #changed}, of one that asks for other visits than by those terms before.
   *
   * @param askedBy who wanted it so; null if nobody has said
   */
  void replanned(Agreement agreement, AgreementEvent before, Terms termsBefore, AskedBy askedBy) {
    changed(agreement, before);
    replanned.fire(new AgreementReplanned(agreement, termsBefore, askedBy));
  }

  /** As {@link #changed}, of one that goes on beyond its end: the visits that there are stay. */
  void renewed(Agreement agreement, AgreementEvent before) {
    tell(agreement, "agreement.renewed", before);
    renewed.fire(new AgreementRenewed(agreement));
  }

  private void tell(Agreement agreement, String action, AgreementEvent before) {
    AgreementEvent after = fact(agreement);
    feeds.job("agreement.changed", agreement.customerId, calendar.now(), after);
    audit.changed(action, "agreement", agreement.id, agreement.customerId, before, after);
  }
}
