package io.familiarface.feedback.retention;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Somebody says which part of the calls is held back; another part is another experiment. */
@ApplicationScoped
class SettingExperiment {
  private final RetentionExperiments experiments;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  SettingExperiment(
      RetentionExperiments experiments, AuditTrail audit, Caller caller, Clock clock) {
    this.experiments = experiments;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  RetentionExperiment set(String ifMatch, NewExperiment wanted) {
    RetentionExperiment running =
        experiments
            .lockRunning()
            .orElseThrow(
                () ->
                    CommonProblem.STALE.because(
                        "Somebody has just set another part. Read it again, and try again."));
    ETags.requireMatch(ifMatch, ExperimentView.idOf(running), running.version);
    if (running.holdOut == wanted.holdOut()) {
      return running;
    }
    Instant now = clock.instant();
    running.end(now);
    experiments.flush();
    RetentionExperiment next =
        new RetentionExperiment(running.number + 1, wanted.holdOut(), now, caller.name());
    experiments.persistAndFlush(next);
    audit.changed(
        "retention.experiment-set",
        "retention-experiment",
        ExperimentView.idOf(next),
        null,
        ExperimentView.of(running),
        ExperimentView.of(next));
    return next;
  }
}
