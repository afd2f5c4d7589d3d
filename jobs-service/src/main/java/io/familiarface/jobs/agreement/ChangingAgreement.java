package io.familiarface.jobs.agreement;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** Company and customer agree on other terms; visits to come follow them. */
@ApplicationScoped
class ChangingAgreement {
  private final Agreements agreements;
  private final AgreementNews news;

  ChangingAgreement(Agreements agreements, AgreementNews news) {
    this.agreements = agreements;
    this.news = news;
  }

  /**
   * Agrees on what {@code to} makes of the terms.
   *
   * @param saysRecurrence whether the caller says how often to come, be it what was guessed before
   */
  @Transactional
  Agreement change(Ref ref, String ifMatch, boolean saysRecurrence, UnaryOperator<Terms> to) {
    Agreement agreement = agreements.locked(agreements.get(ref));
    ETags.requireMatch(ifMatch, agreement.version());
    if (!agreement.isActive()) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "This agreement was cancelled at %s. Sign a new one.".formatted(agreement.cancelledAt()));
    }
    Terms before = agreement.terms();
    Terms after = to.apply(before);
    boolean guessConfirmed = saysRecurrence && agreement.isRecurrenceGuessed();
    if (after.meanTheSame(before) && !guessConfirmed) {
      return agreement;
    }
    SigningAgreement.mustComeRound(after.recurrence(), agreement.startsOn());
    AgreementFact factBefore = news.fact(agreement);
    agreement.agreeOn(after);
    agreement.recurrenceIsGuessed(agreement.isRecurrenceGuessed() && !saysRecurrence);
    agreements.flush();
    news.changed(agreement, factBefore, !after.planLike(before));
    agreements.flush();
    return agreement;
  }
}
