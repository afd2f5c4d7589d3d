package io.familiarface.feedback.assessment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Lets happen what needs no event: decay, silence, clearing, a customer kept. Each customer is due
 * a day after she was last looked at, or sooner where the engine knows that a flag may change; a
 * due one whom another copy of this service has in hand is skipped.
 */
@ApplicationScoped
class DailyTick {
  private static final int AT_ONCE = 200;

  private final RiskStore risks;
  private final Assessing assessing;
  private final Clock clock;

  DailyTick(RiskStore risks, Assessing assessing, Clock clock) {
    this.risks = risks;
    this.assessing = assessing;
    this.clock = clock;
  }

  @Scheduled(
      every = "${familiar.risk.tick:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void lookAtTheDue() {
    int done;
    do {
      done = QuarkusTransaction.requiringNew().call(this::lookAtSome);
    } while (done == AT_ONCE);
  }

  private int lookAtSome() {
    Map<UUID, CustomerRisk> due = risks.lockDue(clock.instant(), AT_ONCE);
    assessing.assess(due, Map.of());
    return due.size();
  }
}
