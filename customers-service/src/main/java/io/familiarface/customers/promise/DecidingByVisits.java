package io.familiarface.customers.promise;

import io.familiarface.customers.visit.TechniciansChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Visits break and release promises by themselves, without anyone having to notice. */
@ApplicationScoped
class DecidingByVisits {

  private final PromiseDecisions decisions;

  DecidingByVisits(PromiseDecisions decisions) {
    this.decisions = decisions;
  }

  void decide(@Observes TechniciansChanged visits) {
    decisions.decideAllOf(visits.customerIds(), visits.change());
  }
}
