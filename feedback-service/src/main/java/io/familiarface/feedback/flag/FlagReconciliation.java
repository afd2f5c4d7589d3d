package io.familiarface.feedback.flag;

import io.familiarface.rest.time.Instants;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.state.Flag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares the flags that a customer's history makes with those on record. History raises only a
 * flag that stands now: one that came and went before anybody here knew is not put on record.
 */
final class FlagReconciliation {
  private final UUID customer;
  private final Assessment assessment;
  private final Instant now;
  private final Map<Instant, CustomerFlag> onRecord = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private FlagReconciliation(
      UUID customer, Assessment assessment, List<CustomerFlag> recorded, Instant now) {
    this.customer = customer;
    this.assessment = assessment;
    this.now = now;
    recorded.forEach(flag -> onRecord.put(flag.raisedAt, flag));
  }

  /**
   * A flag on record and what history says of it.
   *
   * @param recorded null for one to be raised
   * @param history null for one to be withdrawn
   */
  record Step(
      UUID customer, CustomerFlag recorded, Flag history, Assessment assessment, Instant now) {

    /** Whether the flag is open afterwards, for which another may have to be closed first. */
    boolean opens() {
      return history != null && history.open();
    }

    boolean raises() {
      return recorded == null;
    }

    /** The flag, if it is another now. */
    Optional<CustomerFlag> take() {
      if (recorded == null) {
        return Optional.of(CustomerFlag.create(customer, history, assessment, now));
      }
      if (history == null) {
        recorded.withdraw();
        return Optional.of(recorded);
      }
      return recorded.update(history, assessment) ? Optional.of(recorded) : Optional.empty();
    }
  }

  static List<Step> of(
      UUID customer, Assessment assessment, List<CustomerFlag> recorded, Instant now) {
    FlagReconciliation reconciliation = new FlagReconciliation(customer, assessment, recorded, now);
    reconciliation.compare();
    return reconciliation.steps;
  }

  private void compare() {
    List<Flag> unmatched = new ArrayList<>();
    for (Flag flag : assessment.flags()) {
      CustomerFlag recorded = onRecord.remove(Instants.toMicros(flag.raisedAt()));
      if (recorded == null) {
        unmatched.add(flag);
      } else {
        add(recorded, flag);
      }
    }
    unmatched.stream().filter(Flag::open).forEach(this::moveOrRaise);
    onRecord.values().stream().filter(this::isNoMore).forEach(recorded -> add(recorded, null));
  }

  /**
   * A correction may have moved the day on which the open flag was raised: it stays the same flag.
   */
  private void moveOrRaise(Flag flag) {
    CustomerFlag open =
        onRecord.values().stream()
            .filter(recorded -> recorded.state.open())
            .findFirst()
            .orElse(null);
    if (open != null) {
      onRecord.remove(open.raisedAt);
    }
    add(open, flag);
  }

  /**
   * The engine tells the latest flags only; what is older than all of them stays as it was. So does
   * what another model raised: a new model is no correction of history.
   */
  private boolean isNoMore(CustomerFlag recorded) {
    if (!recorded.modelVersion.equals(assessment.modelVersion())) {
      return false;
    }
    return assessment.flags().stream()
        .findFirst()
        .map(oldest -> recorded.raisedAt.isAfter(oldest.raisedAt()))
        .orElse(true);
  }

  private void add(CustomerFlag recorded, Flag history) {
    steps.add(new Step(customer, recorded, history, assessment, now));
  }
}
