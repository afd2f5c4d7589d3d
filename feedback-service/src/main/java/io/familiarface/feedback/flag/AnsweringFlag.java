package io.familiarface.feedback.flag;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** Somebody takes note of a flag, or does something about it. */
@ApplicationScoped
public class AnsweringFlag {
  private final CustomerFlags flags;
  private final FlagKeeper keeper;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;
  private final CustomerLocks locks;

  AnsweringFlag(
      CustomerFlags flags,
      FlagKeeper keeper,
      BusinessTime time,
      Caller caller,
      AuditTrail audit,
      CustomerLocks locks) {
    this.flags = flags;
    this.keeper = keeper;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
    this.locks = locks;
  }

  /** Takes note of it; one that somebody has acted on already stays so. */
  CustomerFlag acknowledge(UUID id) {
    CustomerFlag flag = lock(id);
    mustBeOpen(flag);
    if (flag.state == CustomerFlagState.RAISED) {
      write("flag.acknowledged", flag, () -> flag.acknowledge(time.now(), caller.name()));
    }
    return flag;
  }

  /** Records what was done about it. */
  CustomerFlag act(UUID id, String what, Instant given) {
    Instant at = time.ofFact(given, "/at");
    CustomerFlag flag = lock(id);
    mustBeOpen(flag);
    if (at.isBefore(flag.raisedAt)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/at", "This is before the flag was raised, which was at " + flag.raisedAt + ".");
    }
    write("flag.acted", flag, () -> flag.act(at, caller.name(), what));
    return flag;
  }

  /** Records what was done about it, unless it has ended: then there is nothing to act on. */
  public void actIfOpen(UUID id, String what, Instant at) {
    CustomerFlag flag = lock(id);
    if (flag.state.open()) {
      write("flag.acted", flag, () -> flag.act(at, caller.name(), what));
    }
  }

  private CustomerFlag lock(UUID id) {
    locks.lock(flags.customerOf(id).stream().toList());
    return flags
        .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> noSuchFlag(id));
  }

  private static void mustBeOpen(CustomerFlag flag) {
    if (!flag.state.open()) {
      throw FeedbackProblem.FLAG_NOT_OPEN.because(
          "This flag is " + flag.state + "; only an open one can be answered.");
    }
  }

  private void write(String action, CustomerFlag flag, Runnable change) {
    FlagView before = FlagView.of(flag);
    change.run();
    flags.flush();
    audit.changed(action, "flag", flag.id, flag.customerId, before, FlagView.of(flag));
    keeper.publish(flag);
  }

  static RuntimeException noSuchFlag(UUID id) {
    return FeedbackProblem.NO_SUCH_FLAG.because("There is no flag " + id + ".");
  }
}
