package io.familiarface.feedback.complaint;

import io.familiarface.feedback.complaint.StepBodies.NewCheckIn;
import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A call in which a customer is asked how they are is a check-in of their case. */
@ApplicationScoped
public class CheckingInByCall {
  private final Complaints complaints;
  private final AdvancingCase advancing;

  CheckingInByCall(Complaints complaints, AdvancingCase advancing) {
    this.complaints = complaints;
    this.advancing = advancing;
  }

  /**
   * The check-in that is next.
   *
   * @param before how many there were before
   */
  public record NextCheckIn(int round, int before) {}

  /** Empty where no check-in is next; nobody else changes the case until the transaction ends. */
  public Optional<NextCheckIn> next(UUID complaintId) {
    return complaints
        .lock(Ref.of(complaintId))
        .map(complaint -> complaint.recovery)
        .filter(recovery -> recovery.next().step() == CaseStep.CHECK_IN)
        .map(recovery -> new NextCheckIn(recovery.round(), recovery.rebuilding().checkIns()));
  }

  /**
   * Puts it on record.
   *
   * @param answered false when nobody was reached
   * @param words what the customer said; null for nothing
   * @param at null for now
   */
  public void record(UUID complaintId, boolean answered, String words, Instant at) {
    advancing.checkInByCall(
        Ref.of(complaintId), new NewCheckIn(null, null, words, answered, null, at));
  }
}
