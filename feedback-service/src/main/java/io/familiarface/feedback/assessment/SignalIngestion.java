package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes in what happened to customers, and assesses those whom it concerns, all in the running
 * transaction. Says the same whatever the order and however often it is told.
 */
@ApplicationScoped
public class SignalIngestion {
  private final CustomerLocks locks;
  private final Signals signals;
  private final CustomerRisks risks;
  private final RiskAssessor assessor;

  SignalIngestion(
      CustomerLocks locks, Signals signals, CustomerRisks risks, RiskAssessor assessor) {
    this.locks = locks;
    this.signals = signals;
    this.risks = risks;
    this.assessor = assessor;
  }

  /**
   * Whoever has locked anything else has {@link CustomerLocks#lock locked} the customers before.
   */
  public void ingest(Collection<SignalChange> told) {
    Set<UUID> customers =
        locks.lock(told.stream().map(SignalChange::customerId).collect(Collectors.toSet()));
    if (customers.isEmpty()) {
      return;
    }
    List<SignalChange> changes = newestOf(customers, told);
    Map<SignalChange.Id, SignalChange> known = signals.known(changes);
    List<SignalChange> fresh =
        changes.stream().filter(change -> change.newerThan(known.get(change.id()))).toList();
    signals.write(fresh);
    Map<UUID, SignalDelta> deltas = SignalDelta.of(fresh, known);
    assessor.assess(rows(deltas.keySet()), deltas);
  }

  /**
   * Makes what a source is known to have told of these customers into exactly this: what is missing
   * here has not happened. Revisions that were known count for nothing. What comes out is told to
   * the others even where nothing has changed, so that whoever holds something else is put right.
   */
  public void replace(
      SignalSource source, Collection<UUID> customers, Collection<SignalChange> told) {
    Map<SignalChange.Id, SignalChange> known = signals.from(source, customers);
    Map<SignalChange.Id, SignalChange> now =
        newestOf(locks.lock(customers), told).stream()
            .collect(Collectors.toMap(SignalChange::id, Function.identity()));
    Map<UUID, SignalDelta> deltas = SignalDelta.between(known, now);
    Map<UUID, CustomerRisk> before =
        rows(
            Stream.concat(known.values().stream(), now.values().stream())
                .map(SignalChange::customerId)
                .collect(Collectors.toSet()));
    signals.delete(source, customers);
    signals.write(now.values());
    assessor.assessAndTell(before, deltas);
  }

  private Map<UUID, CustomerRisk> rows(Set<UUID> customers) {
    return risks.of(customers).stream()
        .collect(Collectors.toMap(CustomerRisk::customerId, Function.identity()));
  }

  private static List<SignalChange> newestOf(Set<UUID> customers, Collection<SignalChange> told) {
    Map<SignalChange.Id, SignalChange> newest = new HashMap<>();
    for (SignalChange change : told) {
      if (customers.contains(change.customerId()) && change.newerThan(newest.get(change.id()))) {
        newest.put(change.id(), change);
      }
    }
    return List.copyOf(newest.values());
  }
}
