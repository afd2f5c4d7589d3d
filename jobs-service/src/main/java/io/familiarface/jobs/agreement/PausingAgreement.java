package io.familiarface.jobs.agreement;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/**
 * A customer, or we, want nobody to come for a while, or again after all. Visits that only the rule
 * made go and come with the pause; those that somebody has touched stay, to be moved by hand.
 */
@ApplicationScoped
class PausingAgreement {
  private final Agreements agreements;
  private final AgreementPublisher publisher;
  private final Disengagements disengagements;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;
  private final Event<AgreementPauseChanged> pauseChanged;

  PausingAgreement(
      Agreements agreements,
      AgreementPublisher publisher,
      Disengagements disengagements,
      AuditTrail audit,
      CompanyCalendar calendar,
      Event<AgreementPauseChanged> pauseChanged) {
    this.agreements = agreements;
    this.publisher = publisher;
    this.disengagements = disengagements;
    this.audit = audit;
    this.calendar = calendar;
    this.pauseChanged = pauseChanged;
  }

  /** Instead of a pause that was there before. */
  @Transactional
  Agreement pause(Ref ref, Pause pause) {
    LocalDate today = calendar.today();
    pause.requireToCome(today);
    Agreement agreement = lockActive(ref);
    if (agreement.endsOn != null && pause.from().isAfter(agreement.endsOn)) {
      throw JobsProblem.CONTRADICTION.at(
          "/from", "Nobody comes then: the agreement ends on %s.".formatted(agreement.endsOn));
    }
    // One that is over is no pause any more; to change one that isn't says nothing new.
    if (pause.askedBy() != AskedBy.COMPANY && !agreement.hasPauseSince(today)) {
      disengagements.paused(agreement);
    }
    return change(agreement, "agreement.paused", pause);
  }

  @Transactional
  Agreement resume(Ref ref, String ifMatch) {
    Agreement agreement = lockActive(ref);
    ETags.requireMatch(ifMatch, agreement.id, agreement.version);
    if (agreement.pausedFrom == null) {
      throw JobsProblem.NOT_PAUSED.because("This agreement is not paused.");
    }
    return change(agreement, "agreement.resumed", null);
  }

  private Agreement lockActive(Ref ref) {
    Agreement agreement = agreements.lock(ref);
    agreement.requireActive();
    return agreement;
  }

  private Agreement change(Agreement agreement, String action, Pause pause) {
    AgreementEvent before = publisher.fact(agreement);
    Pause pauseBefore =
        agreement.pausedFrom == null
            ? null
            : new Pause(agreement.pausedFrom, agreement.pausedUntil, null, null);
    agreement.pausedFrom = pause == null ? null : pause.from();
    agreement.pausedUntil = pause == null ? null : pause.until();
    agreements.flush();
    audit.changed(action, "agreement", agreement.id, agreement.customerId, pauseBefore, pause);
    publisher.changed(agreement, before);
    pauseChanged.fire(new AgreementPauseChanged(agreement, pause == null ? null : pause.askedBy()));
    agreements.flush();
    return agreement;
  }
}
