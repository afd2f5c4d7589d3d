package io.familiarface.feedback.assessment;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.model.RiskModels;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.privacy.ErasedPersons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one order of locks: whoever changes anything of customers locks all of them before any other
 * row, in the order of their ids, whether by an import, a feed, a request or erasure. So nobody
 * waits in a circle, and nothing of a person comes back who is erased meanwhile.
 *
 * <p>What an assessment needs to know is read as the customers are locked, in the same round trip.
 */
@ApplicationScoped
public class CustomerLocks {
  private final TransactionSynchronizationRegistry transaction;
  private final Database database;
  private final CustomerRisks risks;
  private final ErasedPersons erased;
  private final FlagsOnRecord flags;
  private final RiskModels models;
  private final CurrentModel model;
  private final Words words;

  CustomerLocks(
      TransactionSynchronizationRegistry transaction,
      Database database,
      CustomerRisks risks,
      ErasedPersons erased,
      FlagsOnRecord flags,
      RiskModels models,
      CurrentModel model,
      Words words) {
    this.transaction = transaction;
    this.database = database;
    this.risks = risks;
    this.erased = erased;
    this.flags = flags;
    this.models = models;
    this.model = model;
    this.words = words;
  }

  /**
   * Holds the customers until the transaction ends; those whom it holds already cost nothing.
   *
   * @return those of them who were not erased
   */
  public Set<UUID> lock(Collection<UUID> customers) {
    RoundTrip trip = database.roundTrip();
    Supplier<Set<UUID>> present = lock(customers, trip);
    trip.send();
    return present.get();
  }

  /**
   * The same with a round trip. What is added to it afterwards is answered once the customers are
   * held; nothing that changes or locks a row may have been added before.
   */
  public Supplier<Set<UUID>> lock(Collection<UUID> customers, RoundTrip trip) {
    Map<UUID, Held> held = held();
    Set<UUID> wanted = new HashSet<>(customers);
    wanted.removeAll(held.keySet());
    if (wanted.isEmpty()) {
      return () -> present(customers, held);
    }
    trip.bind("customers", wanted.stream().sorted().toList());
    Runnable taken = lock(trip, held);
    return () -> {
      taken.run();
      wanted.forEach(customer -> held.putIfAbsent(customer, Held.PRESENT));
      return present(customers, held);
    };
  }

  /**
   * The same of the customer whom a query finds.
   *
   * @param sql answers one id or none; may name parameters of the round trip
   */
  public Supplier<Set<UUID>> lockFound(String sql, RoundTrip trip) {
    Map<UUID, Held> held = new HashMap<>();
    trip.bindQuery("customers", "select array_agg(id) from (" + sql + ") as found");
    Runnable taken = lock(trip, held);
    return () -> {
      taken.run();
      held().putAll(held);
      return present(held.keySet(), held);
    };
  }

  /** Adds what locks the customers and reads what an assessment needs; run it when that is sent. */
  private Runnable lock(RoundTrip trip, Map<UUID, Held> held) {
    RoundTrip.Rows<CustomerRisk> rows = risks.lock(trip);
    RoundTrip.Rows<UUID> gone = erased.among(trip);
    RoundTrip.Rows<UUID> flagged = flags.flagged(trip);
    Supplier<Optional<RiskModels.Use>> use = models.use(trip);
    Runnable names = words.refresh(trip);
    return () -> {
      model.follow(use.get());
      names.run();
      Set<UUID> withFlags = Set.copyOf(flagged.all());
      for (CustomerRisk row : rows.all()) {
        held.put(row.customerId(), Held.of(row, !withFlags.contains(row.customerId())));
      }
      gone.all().forEach(customer -> forget(customer, held));
    };
  }

  /** Lets go of customers who are no more, and of whom nothing is to be kept. */
  public void forget(Collection<UUID> customers) {
    customers.forEach(customer -> forget(customer, held()));
  }

  private void forget(UUID customer, Map<UUID, Held> held) {
    risks.delete(customer);
    held.put(customer, Held.ERASED);
  }

  private static Set<UUID> present(Collection<UUID> customers, Map<UUID, Held> held) {
    return customers.stream()
        .filter(customer -> held.get(customer).present)
        .collect(Collectors.toSet());
  }

  /**
   * What is stored of customers whom the transaction holds. Whoever takes it is about to write:
   * from then on it is read anew.
   */
  LockedRisks take(Set<UUID> customers) {
    Map<UUID, Held> held = held();
    Map<UUID, CustomerRisk> rows = new HashMap<>();
    Set<UUID> unflagged = new HashSet<>();
    Set<UUID> toRead = new HashSet<>();
    for (UUID customer : customers) {
      Held one = held.get(customer);
      if (one.row == null) {
        toRead.add(customer);
      } else {
        rows.put(customer, one.row);
        if (one.unflagged) {
          unflagged.add(customer);
        }
        held.put(customer, Held.PRESENT);
      }
    }
    if (!toRead.isEmpty()) {
      risks.of(toRead).forEach(row -> rows.put(row.customerId(), row));
    }
    return new LockedRisks(rows, unflagged);
  }

  /** Whom the running transaction holds. */
  private Map<UUID, Held> held() {
    @SuppressWarnings("unchecked")
    Map<UUID, Held> held = (Map<UUID, Held>) transaction.getResource(CustomerLocks.class);
    if (held == null) {
      held = new HashMap<>();
      transaction.putResource(CustomerLocks.class, held);
    }
    return held;
  }

  /**
   * @param present whether they are known still
   * @param row what was stored when they were locked; null once it may have been written over
   */
  private record Held(boolean present, CustomerRisk row, boolean unflagged) {
    static final Held ERASED = new Held(false, null, false);
    static final Held PRESENT = new Held(true, null, false);

    static Held of(CustomerRisk row, boolean unflagged) {
      return new Held(true, row, unflagged);
    }
  }
}
