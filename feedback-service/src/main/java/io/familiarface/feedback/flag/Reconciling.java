package io.familiarface.feedback.flag;

import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.state.Flag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares the flags that a customer's history makes with those on record. History raises only a
 * flag that stands now: one that came and went before anybody here knew is not put on record.
 */
final class Reconciling {
  private final UUID customer;
  private final Assessment assessment;
  private final Instant now;
  private final Map<Instant, StoredFlag> onRecord = new LinkedHashMap<>();
  private final List<StoredFlag> changed = new ArrayList<>();

  private Reconciling(UUID customer, Assessment assessment, List<StoredFlag> stored, Instant now) {
    this.customer = customer;
    this.assessment = assessment;
    this.now = now;
    stored.forEach(flag -> onRecord.put(flag.raisedAt(), flag));
  }

  /** The flags to save. */
  static List<StoredFlag> of(
      UUID customer, Assessment assessment, List<StoredFlag> stored, Instant now) {
    Reconciling reconciling = new Reconciling(customer, assessment, stored, now);
    reconciling.compare();
    return reconciling.changed;
  }

  private void compare() {
    List<Flag> unmatched = new ArrayList<>();
    for (Flag flag : assessment.flags()) {
      StoredFlag stored = onRecord.remove(StoredFlag.micros(flag.raisedAt()));
      if (stored == null) {
        unmatched.add(flag);
      } else {
        change(stored, stored.as(flag, assessment));
      }
    }
    unmatched.stream().filter(Flag::open).forEach(this::moveOrRaise);
    onRecord.values().stream().filter(this::isNoMore).forEach(this::withdraw);
  }

  /**
   * A correction may have moved the day on which the open flag was raised: it stays the same flag.
   */
  private void moveOrRaise(Flag flag) {
    onRecord.values().stream()
        .filter(stored -> stored.state().open())
        .findFirst()
        .ifPresentOrElse(
            stored -> {
              onRecord.remove(stored.raisedAt());
              change(stored, stored.as(flag, assessment));
            },
            () -> changed.add(StoredFlag.raised(customer, flag, assessment, now)));
  }

  /**
   * The engine tells the latest flags only; what is older than all of them stays as it was. So does
   * what another model raised: a new model is no correction of history.
   */
  private boolean isNoMore(StoredFlag stored) {
    if (!stored.modelVersion().equals(assessment.modelVersion())) {
      return false;
    }
    return assessment.flags().stream()
        .findFirst()
        .map(oldest -> stored.raisedAt().isAfter(oldest.raisedAt()))
        .orElse(true);
  }

  private void withdraw(StoredFlag stored) {
    change(stored, stored.withdrawn());
  }

  private void change(StoredFlag before, StoredFlag after) {
    if (!after.equals(before)) {
      changed.add(after.nextRevision());
    }
  }
}
