package io.familiarface.jobs.agreement;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** Company and customer agree on other terms, or we want others; visits to come follow them. */
@ApplicationScoped
class ChangingAgreement {
  private final Agreements agreements;
  private final AgreementPublisher publisher;
  private final Disengagements disengagements;

  ChangingAgreement(
      Agreements agreements, AgreementPublisher publisher, Disengagements disengagements) {
    this.agreements = agreements;
    this.publisher = publisher;
    this.disengagements = disengagements;
  }

  /**
   * Agrees on what {@code to} makes of the terms.
   *
   * @param saysRecurrence whether the caller says how often to come, be it what was guessed before
   */
  @Transactional
  Agreement change(
      Ref ref, String ifMatch, boolean saysRecurrence, UnaryOperator<AgreementPatch> to) {
    Agreement agreement = agreements.lock(ref);
    ETags.requireMatch(ifMatch, agreement.id, agreement.version);
    agreement.requireActive();
    Terms before = agreement.terms();
    AgreementPatch patched = to.apply(AgreementPatch.of(before));
    Terms after = patched.terms();
    boolean guessConfirmed = saysRecurrence && agreement.recurrenceGuessed;
    if (after.isEquivalentTo(before) && !guessConfirmed) {
      return agreement;
    }
    SigningAgreement.requireValidRecurrence(after.recurrence(), agreement.startsOn);
    AgreementEvent factBefore = publisher.fact(agreement);
    boolean guessed = agreement.recurrenceGuessed;
    agreement.updateTerms(after);
    agreement.recurrenceGuessed = agreement.recurrenceGuessed && !saysRecurrence;
    agreements.flush();
    tell(agreement, factBefore, before, guessed, !after.plansLike(before), patched.askedBy());
    agreements.flush();
    return agreement;
  }

  /**
   * Tells of an agreement that was changed and flushed, however the change came in.
   *
   * @param guessed whether nobody had said before how often to come
   * @param otherVisits whether it asks for other visits than by the terms before
   * @param askedBy who wanted it so; null if nobody has said, and then the customer has agreed
   */
  void tell(
      Agreement agreement,
      AgreementEvent factBefore,
      Terms before,
      boolean guessed,
      boolean otherVisits,
      AskedBy askedBy) {
    if (otherVisits) {
      publisher.replanned(agreement, factBefore, before, askedBy);
    } else {
      publisher.changed(agreement, factBefore);
    }
    if (!guessed && askedBy != AskedBy.COMPANY) {
      disengagements.interval(agreement, factBefore.visitIntervalDays());
    }
  }
}
