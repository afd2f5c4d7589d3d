package io.familiarface.feedback.flag;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Somebody takes note of a flag, or does something about it. */
@ApplicationScoped
public class AnsweringFlag {
  private final FlagStore flags;
  private final KeepingFlags keeping;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;

  AnsweringFlag(
      FlagStore flags, KeepingFlags keeping, BusinessTime time, Caller caller, AuditTrail audit) {
    this.flags = flags;
    this.keeping = keeping;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
  }

  /** Takes note of it; one that somebody has acted on already stays so. */
  StoredFlag acknowledge(UUID id) {
    return answer(
        id,
        "flag.acknowledged",
        flag -> flag.state() == State.RAISED ? flag.acknowledged(time.now(), caller.name()) : flag);
  }

  /** Records what was done about it. */
  public StoredFlag act(UUID id, String what, Instant given) {
    Instant at = time.ofFact(given, "/at");
    return answer(id, "flag.acted", flag -> flag.acted(at, caller.name(), what));
  }

  private StoredFlag answer(UUID id, String action, UnaryOperator<StoredFlag> change) {
    StoredFlag before = flags.lock(id).orElseThrow(() -> noSuchFlag(id));
    if (!before.state().open()) {
      throw FeedbackProblem.FLAG_NOT_OPEN.because(
          "This flag is " + before.state() + "; only an open one can be answered.");
    }
    StoredFlag answered = change.apply(before);
    if (answered.equals(before)) {
      return before;
    }
    StoredFlag after = answered.nextRevision();
    flags.save(List.of(after));
    audit.changed(action, "flag", id, after.customerId(), FlagView.of(before), FlagView.of(after));
    keeping.tell(after);
    return after;
  }

  static RuntimeException noSuchFlag(UUID id) {
    return FeedbackProblem.NO_SUCH_FLAG.because("There is no flag " + id + ".");
  }
}
