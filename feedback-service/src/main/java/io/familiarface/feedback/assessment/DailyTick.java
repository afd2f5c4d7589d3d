package io.familiarface.feedback.assessment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Lets happen what needs no event: decay, silence, clearing, a customer kept. Each customer is due
 * a day after the last look, or sooner where the engine knows that a flag may change, or when
 * another model or another version of this service has come into use; a due one whom another copy
 * of this service has in hand is skipped.
 */
@ApplicationScoped
public class DailyTick {
  private static final int AT_ONCE = 200;

  private final CustomerRisks risks;
  private final RiskAssessor assessor;
  private final CurrentModel model;
  private final Clock clock;
  private final ManagedExecutor executor;

  DailyTick(
      CustomerRisks risks,
      RiskAssessor assessor,
      CurrentModel model,
      Clock clock,
      ManagedExecutor executor) {
    this.executor = executor;
    this.risks = risks;
    this.assessor = assessor;
    this.model = model;
    this.clock = clock;
  }

  /** The version that ran here before may have written states that this one cannot read. */
  void afterUpgrade(@Observes StartupEvent started) {
    executor.execute(
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> risks.makeDueIfOfAnotherFormat(clock.instant())));
  }

  @Scheduled(
      every = "${familiar.risk.tick:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void assessDue() {
    assessThoseOfOtherModels();
    int done;
    do {
      done = QuarkusTransaction.requiringNew().call(this::assessSomeDue);
    } while (done == AT_ONCE);
  }

  /** A few at a time, each few in a transaction of its own, so that nothing waits for all. */
  public void assessThoseOfOtherModels() {
    int done;
    do {
      done = QuarkusTransaction.requiringNew().call(this::assessSomeOfOtherModels);
    } while (done > 0);
  }

  private int assessSomeDue() {
    return assessed(risks.lockDue(clock.instant(), AT_ONCE));
  }

  private int assessSomeOfOtherModels() {
    return assessed(risks.lockOfOtherModels(model.latest().model().version(), AT_ONCE));
  }

  private int assessed(Map<UUID, CustomerRisk> some) {
    assessor.assess(some);
    return some.size();
  }
}
