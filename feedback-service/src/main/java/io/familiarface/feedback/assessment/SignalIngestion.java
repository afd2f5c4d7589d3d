package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.ErasedCustomers;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes in what happened to customers, and assesses those whom it concerns, all in the running
 * transaction. Says the same whatever the order and however often it is told.
 */
@ApplicationScoped
public class SignalIngestion {
  private final ErasedCustomers erased;
  private final Signals signals;
  private final CustomerRisks risks;
  private final RiskAssessor assessor;

  SignalIngestion(
      ErasedCustomers erased, Signals signals, CustomerRisks risks, RiskAssessor assessor) {
    this.erased = erased;
    this.signals = signals;
    this.risks = risks;
    this.assessor = assessor;
  }

  public void ingest(Collection<SignalChange> told) {
    List<SignalChange> changes = newestOfThePresent(told);
    if (changes.isEmpty()) {
      return;
    }
    Map<UUID, CustomerRisk> before =
        risks.lock(changes.stream().map(SignalChange::customerId).collect(Collectors.toSet()));
    Map<SignalChange.Id, SignalChange> known = signals.known(changes);
    List<SignalChange> fresh =
        changes.stream().filter(change -> change.newerThan(known.get(change.id()))).toList();
    signals.write(fresh);
    Map<UUID, SignalDelta> deltas = SignalDelta.of(fresh, known);
    before.keySet().retainAll(deltas.keySet());
    assessor.assess(before, deltas);
  }

  /**
   * Makes what a source is known to have told of these customers into exactly this: what is missing
   * here has not happened. Revisions that were known count for nothing.
   */
  public void replace(
      SignalSource source, Collection<UUID> customers, Collection<SignalChange> told) {
    Map<SignalChange.Id, SignalChange> known = signals.from(source, customers);
    Map<SignalChange.Id, SignalChange> now =
        newestOfThePresent(told).stream()
            .collect(Collectors.toMap(SignalChange::id, Function.identity()));
    Map<UUID, SignalDelta> deltas = SignalDelta.between(known, now);
    Map<UUID, CustomerRisk> before = risks.lock(deltas.keySet());
    signals.delete(source, customers);
    signals.write(now.values());
    assessor.assess(before, deltas);
  }

  private List<SignalChange> newestOfThePresent(Collection<SignalChange> told) {
    Map<SignalChange.Id, SignalChange> newest = new HashMap<>();
    for (SignalChange change : erased.withoutErased(told, SignalChange::customerId)) {
      if (change.newerThan(newest.get(change.id()))) {
        newest.put(change.id(), change);
      }
    }
    return List.copyOf(newest.values());
  }
}
