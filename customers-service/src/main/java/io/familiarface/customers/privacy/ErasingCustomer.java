package io.familiarface.customers.privacy;

import io.familiarface.customers.customer.CustomerErased;
import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.privacy.ErasedPersons;
import io.familiarface.rest.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Erases a person: here at once, in the other two services as soon as they have read that in the
 * feed. Asked for again it is the same erasure.
 */
@ApplicationScoped
public class ErasingCustomer {
  private final Customers customers;
  private final Erasures erasures;
  private final ErasedPersons erased;
  private final OtherServices others;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerErased> event;
  private final Clock clock;

  ErasingCustomer(
      Customers customers,
      Erasures erasures,
      ErasedPersons erased,
      OtherServices others,
      Caller caller,
      AuditTrail audit,
      Event<CustomerErased> event,
      Clock clock) {
    this.customers = customers;
    this.erasures = erasures;
    this.erased = erased;
    this.others = others;
    this.caller = caller;
    this.audit = audit;
    this.event = event;
    this.clock = clock;
  }

  /**
   * @param ifMatch the version that is meant; null for any, as a right does not depend on what
   *     somebody else changes meanwhile
   */
  @Transactional
  ErasureView erase(Ref ref, String ifMatch, NewErasure details) {
    Optional<UUID> found = customers.findId(ref);
    found.ifPresent(id -> customers.lock(Set.of(id)));
    // Read under the lock: somebody else may have asked for it at the same moment.
    Optional<Erasure> before = found.or(ref::id).flatMap(erasures::ofCustomer);
    if (before.isPresent()) {
      return before.get().view();
    }
    UUID id = customers.lock(ref);
    if (ifMatch != null) {
      customers.requireMatch(id, ifMatch);
    }
    return erase(id, details, caller.name());
  }

  private ErasureView erase(UUID id, NewErasure details, String by) {
    Instant now = clock.instant();
    Set<UUID> ids = customers.allIdsOf(id);
    Erasure erasure = Erasure.request(id, details.externalId(), details.reason(), by, now);
    erasures.write(erasure);
    erased.add(ids, now);
    event.fire(new CustomerErased(id, ids));
    customers.erase(id, ids);
    audit.changed("customer.erased", "erasure", erasure.id, id, null, erasure.view());
    return erasure.view();
  }

  /**
   * Erases somebody whom the company does not keep any longer; gone already, it changes nothing.
   */
  @Transactional
  public void eraseByAge(UUID customerId) {
    if (customers.findId(Ref.of(customerId)).isPresent()) {
      erase(customers.lock(Ref.of(customerId)), new NewErasure("kept no longer", null), "system");
    }
  }

  /** How far it is; who has not said yet that it is done is asked, outside of any transaction. */
  ErasureView progress(Ref ref) {
    Erasure known = QuarkusTransaction.requiringNew().call(() -> erasures.get(ref));
    Map<String, Instant> news = new HashMap<>();
    for (String service : OtherServices.NAMES) {
      if (known.erasedAt(service) == null) {
        others
            .erasedAt(service, known.customerId)
            .ifPresent(erasedAt -> news.put(service, erasedAt));
      }
    }
    if (news.isEmpty()) {
      return known.view();
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Erasure erasure = erasures.locked(known.id);
              news.forEach(erasure::noteErased);
              return erasure.view();
            });
  }
}
