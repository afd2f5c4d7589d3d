package io.familiarface.jobs.planning;

import io.familiarface.jobs.agreement.AgreementPauseChanged;
import io.familiarface.jobs.agreement.AgreementRenewed;
import io.familiarface.jobs.agreement.AgreementReplanned;
import io.familiarface.jobs.agreement.AgreementSigned;
import io.familiarface.jobs.agreement.AskedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Plans in the transaction that signs or changes the agreement. */
@ApplicationScoped
class AgreementObserver {
  private final Planner planner;

  AgreementObserver(Planner planner) {
    this.planner = planner;
  }

  void signed(@Observes AgreementSigned event) {
    planner.planFirst(event.agreement());
  }

  void pauseChanged(@Observes AgreementPauseChanged event) {
    planner.followPause(event.agreement(), event.askedBy() == AskedBy.COMPANY);
  }

  void renewed(@Observes AgreementRenewed event) {
    planner.planMissing(event.agreement());
  }

  void replanned(@Observes AgreementReplanned event) {
    planner.replan(event.agreement(), event.before(), event.askedBy() == AskedBy.COMPANY);
  }
}
