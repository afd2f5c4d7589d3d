package io.familiarface.feedback.assessment;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes in what happened to customers, and assesses those whom it concerns, all in the running
 * transaction. Says the same whatever the order and however often it is told.
 */
@ApplicationScoped
public class SignalIngestion {
  private final Database database;
  private final CustomerLocks locks;
  private final Signals signals;
  private final CustomerRisks risks;
  private final RiskAssessor assessor;
  private final LastWrites lastWrites;

  SignalIngestion(
      Database database,
      CustomerLocks locks,
      Signals signals,
      CustomerRisks risks,
      RiskAssessor assessor,
      LastWrites lastWrites) {
    this.database = database;
    this.locks = locks;
    this.signals = signals;
    this.risks = risks;
    this.assessor = assessor;
    this.lastWrites = lastWrites;
  }

  /**
   * Whoever has locked anything else has {@link CustomerLocks#lock locked} the customers before.
   */
  public void ingest(Collection<SignalChange> told) {
    if (told.isEmpty()) {
      return;
    }
    RoundTrip trip = database.roundTrip();
    Supplier<Set<UUID>> present = locks.lock(customersOf(told), trip);
    Supplier<Map<SignalChange.Id, SignalChange>> known = signals.known(told, trip);
    trip.send();
    Set<UUID> customers = present.get();
    ingest(
        told.stream().filter(change -> customers.contains(change.customerId())).toList(),
        known.get(),
        database.roundTrip());
  }

  /**
   * The same of customers who are locked.
   *
   * @param known what was known under the names of what is told
   * @param writes what else is written, sent together with what follows from this
   */
  public void ingest(
      Collection<SignalChange> told, Map<SignalChange.Id, SignalChange> known, RoundTrip writes) {
    ingest(told, known, writes, RoundTrip::send);
  }

  /** The same of what is new, once in a transaction, which reads nothing of it any more. */
  public void ingestLast(Collection<SignalChange> told, RoundTrip writes) {
    ingest(told, Map.of(), writes, lastWrites::add);
  }

  private void ingest(
      Collection<SignalChange> told,
      Map<SignalChange.Id, SignalChange> known,
      RoundTrip writes,
      Consumer<RoundTrip> sending) {
    List<SignalChange> fresh =
        newestOf(told).stream().filter(change -> change.newerThan(known.get(change.id()))).toList();
    signals.write(fresh, writes);
    Map<UUID, SignalDelta> deltas = SignalDelta.of(fresh, known);
    if (deltas.isEmpty()) {
      sending.accept(writes);
    } else {
      assessor.assess(locks.take(deltas.keySet()), deltas, writes, sending);
    }
  }

  /**
   * Makes what a source is known to have told of these customers, who are locked, into exactly
   * this: what is missing here has not happened. Revisions that were known count for nothing. What
   * comes out is told to the others even where nothing has changed, so that whoever holds something
   * else is put right.
   */
  public void replace(
      SignalSource source, Collection<UUID> customers, Collection<SignalChange> told) {
    RoundTrip reads = database.roundTrip();
    Supplier<Set<UUID>> present = locks.lock(customers, reads);
    Supplier<Map<SignalChange.Id, SignalChange>> stored = signals.from(source, customers, reads);
    reads.send();
    Set<UUID> stillThere = present.get();
    Map<SignalChange.Id, SignalChange> known = stored.get();
    Map<SignalChange.Id, SignalChange> now =
        newestOf(told).stream()
            .filter(change -> stillThere.contains(change.customerId()))
            .collect(Collectors.toMap(SignalChange::id, Function.identity()));
    Map<UUID, SignalDelta> deltas = SignalDelta.between(known, now);
    Set<UUID> toAssess = customersOf(known.values());
    toAssess.addAll(customersOf(now.values()));
    toAssess.retainAll(stillThere);
    RoundTrip writes = database.roundTrip();
    signals.delete(source, customers, writes);
    signals.write(now.values(), writes);
    assessor.assessAndTell(locks.take(toAssess), deltas, writes);
  }

  private static Set<UUID> customersOf(Collection<SignalChange> changes) {
    return changes.stream()
        .map(SignalChange::customerId)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Makes the history of one customer part of another's, who is assessed by both; both are locked.
   * What the owner of the customers tells of the other comes with their own state.
   */
  public void merge(UUID from, UUID into) {
    // What was read of them as they were locked is not so any more.
    locks.take(Set.of(from, into));
    List<SignalChange> history = new ArrayList<>();
    for (SignalSource source : SignalSource.values()) {
      RoundTrip trip = database.roundTrip();
      Supplier<Map<SignalChange.Id, SignalChange>> known =
          signals.from(source, List.of(from), trip);
      signals.delete(source, List.of(from), trip);
      trip.send();
      if (source != SignalSource.CUSTOMERS) {
        known.get().values().forEach(change -> history.add(change.of(into)));
      }
    }
    risks.delete(from);
    ingest(history);
  }

  private static List<SignalChange> newestOf(Collection<SignalChange> told) {
    Map<SignalChange.Id, SignalChange> newest = new HashMap<>();
    for (SignalChange change : told) {
      if (change.newerThan(newest.get(change.id()))) {
        newest.put(change.id(), change);
      }
    }
    return List.copyOf(newest.values());
  }
}
