package io.familiarface.feedback.complaint;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import org.jboss.logging.Logger;

/** Takes from the configuration who gets what is late, and says at the start if nobody does. */
@ApplicationScoped
class CompanyLateStepTakers {
  private static final Logger LOG = Logger.getLogger(CompanyLateStepTakers.class);

  private final LateStepTakers takers;

  CompanyLateStepTakers(ComplaintSettings settings) {
    this.takers = new LateStepTakers(settings.escalatesTo(), settings.escalatesToByBranch());
  }

  @Produces
  LateStepTakers takers() {
    return takers;
  }

  void sayWhoIsMissing(@Observes StartupEvent started) {
    if (!takers.areNamed()) {
      LOG.warnf(
          "Nobody is named who takes the steps of cases that are late: set"
              + " familiar.complaint.escalates-to to a name. Until then they go to \"%s\".",
          LateStepTakers.WHOEVER_MAY);
    }
  }
}
