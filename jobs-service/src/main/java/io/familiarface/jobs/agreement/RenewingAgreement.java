package io.familiarface.jobs.agreement;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/**
 * An agreement whose rule has an end goes on beyond it. The visits that are planned stay, those
 * after the end that was are planned, and whoever usually comes goes on coming.
 */
@ApplicationScoped
class RenewingAgreement {
  private final Agreements agreements;
  private final AgreementPublisher publisher;
  private final CompanyCalendar calendar;

  RenewingAgreement(Agreements agreements, AgreementPublisher publisher, CompanyCalendar calendar) {
    this.agreements = agreements;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  @Transactional
  Agreement renew(Ref ref, Renewal renewal) {
    Agreement agreement = agreements.lock(ref);
    agreement.requireActive();
    if (agreement.endsOn == null) {
      throw JobsProblem.NO_END.because(
          "This agreement has no end: it goes on by itself, and needs no renewal.");
    }
    LocalDate today = calendar.today();
    renewal.requireBeyond(agreement.endsOn, today);
    AgreementEvent before = publisher.fact(agreement);
    agreement.updateTerms(renewal.of(agreement.terms()));
    agreements.flush();
    publisher.renewed(agreement, before);
    agreements.flush();
    return agreement;
  }
}
