package io.familiarface.feedback.complaint;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.rest.time.Instants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What nobody did in time goes to somebody else, once for each step. Of several copies of this
 * service the one that locks a case first does it; after a time in which none ran, what has become
 * late meanwhile is found at once.
 */
@ApplicationScoped
public class EscalatingLateSteps {
  private static final int AT_ONCE = 100;

  private final Complaints complaints;
  private final ComplaintRecorder recorder;
  private final Customers customers;
  private final LateStepTakers takers;
  private final Clock clock;

  EscalatingLateSteps(
      Complaints complaints,
      ComplaintRecorder recorder,
      Customers customers,
      LateStepTakers takers,
      Clock clock) {
    this.complaints = complaints;
    this.recorder = recorder;
    this.customers = customers;
    this.takers = takers;
    this.clock = clock;
  }

  @Scheduled(
      every = "${familiar.complaint.escalates-every:60s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void escalate() {
    int done;
    do {
      done = QuarkusTransaction.requiringNew().call(this::escalateSome);
    } while (done == AT_ONCE);
  }

  /** Where nobody is named who may take it, what is to be approved stays whose it is. */
  private String taker(RecoveryCase recovery, String branch) {
    return takers
        .of(branch, recovery.mayNotTake())
        .or(() -> Optional.ofNullable(recovery.next().escalatedTo()))
        .orElse(LateStepTakers.WHOEVER_MAY);
  }

  private int escalateSome() {
    Instant now = Instants.toMicros(clock.instant());
    List<Complaint> late = complaints.lockLate(now, AT_ONCE);
    if (late.isEmpty()) {
      return 0;
    }
    Map<UUID, String> branches =
        customers.branches(late.stream().map(complaint -> complaint.customerId).toList());
    for (Complaint complaint : late) {
      ComplaintView before = ComplaintView.of(complaint);
      complaint.recovery =
          complaint.recovery.escalated(
              taker(complaint.recovery, branches.get(complaint.customerId)), now);
      complaints.flush();
      recorder.escalated(before, complaint);
    }
    return late.size();
  }
}
