package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.ErasedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one order of locks: whoever changes anything of customers locks all of them before any other
 * row, in the order of their ids, whether by an import, a feed, a request or erasure. So nobody
 * waits in a circle, and nothing of a person comes back who is erased meanwhile.
 */
@ApplicationScoped
public class CustomerLocks {
  private final TransactionSynchronizationRegistry transaction;
  private final CustomerRisks risks;
  private final ErasedCustomers erased;

  CustomerLocks(
      TransactionSynchronizationRegistry transaction, CustomerRisks risks, ErasedCustomers erased) {
    this.transaction = transaction;
    this.risks = risks;
    this.erased = erased;
  }

  /**
   * Holds the customers until the transaction ends; those whom it holds already cost nothing.
   *
   * @return those of them who were not erased
   */
  public Set<UUID> lock(Collection<UUID> customers) {
    Map<UUID, Boolean> present = held();
    Set<UUID> wanted = new HashSet<>(customers);
    wanted.removeAll(present.keySet());
    if (!wanted.isEmpty()) {
      risks.hold(wanted);
      Set<UUID> gone = erased.among(wanted);
      gone.forEach(risks::delete);
      wanted.forEach(customer -> present.put(customer, !gone.contains(customer)));
    }
    return customers.stream().filter(present::get).collect(Collectors.toSet());
  }

  /** Whom the running transaction holds, and whether they are known still. */
  private Map<UUID, Boolean> held() {
    @SuppressWarnings("unchecked")
    Map<UUID, Boolean> held = (Map<UUID, Boolean>) transaction.getResource(CustomerLocks.class);
    if (held == null) {
      held = new HashMap<>();
      transaction.putResource(CustomerLocks.class, held);
    }
    return held;
  }
}
