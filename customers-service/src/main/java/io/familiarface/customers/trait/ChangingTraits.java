package io.familiarface.customers.trait;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.visit.VisibleCustomers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Writing down what is particular about a customer, and keeping it right. */
@ApplicationScoped
class ChangingTraits {

  private final Database database;
  private final Customers customers;
  private final VisibleCustomers visible;
  private final Traits traits;
  private final MergePatch mergePatch;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  ChangingTraits(
      Database database,
      Customers customers,
      VisibleCustomers visible,
      Traits traits,
      MergePatch mergePatch,
      BusinessTime time,
      Caller caller,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.database = database;
    this.customers = customers;
    this.visible = visible;
    this.traits = traits;
    this.mergePatch = mergePatch;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
    this.changed = changed;
  }

  @Transactional
  Trait add(Ref customer, NewTrait details) {
    RoundTrip trip = Customers.bind(database.roundTrip(), customer);
    var locked = trip.query(Customers.lockOf(visible.visible(trip)), UUID.class);
    var taken = Traits.withExternalId(trip, details.externalId());
    trip.send();
    UUID customerId = locked.first().orElseThrow(() -> visible.refusal(customer));
    requireFree(taken.get(), details.externalId());
    var heardAt = time.ofFact(details.heardAt(), "/heardAt");
    var trait = Trait.create(customerId, details, caller.name(), heardAt);
    traits.persistAndFlush(trait);
    audit.changed("trait.added", "trait", trait.id, customerId, null, trait.details());
    changed.fire(CustomerChanged.at(trait.heardAt, customerId));
    return trait;
  }

  @Transactional
  Trait change(Ref customer, Ref ref, String ifMatch, JsonNode patch) {
    UUID customerId = customers.lock(customer);
    Trait trait = traits.get(customerId, ref);
    ETags.requireMatch(ifMatch, trait.id, trait.version);
    NewTrait before = trait.details();
    NewTrait after = mergePatch.apply(before, patch);
    if (!Objects.equals(before.externalId(), after.externalId())) {
      requireFree(
          traits.withExternalId(customerId, after.externalId()).map(other -> other.id),
          after.externalId());
    }
    if (!Objects.equals(before.heardAt(), after.heardAt())) {
      time.ofFact(after.heardAt(), "/heardAt");
    }
    if (trait.update(after)) {
      traits.flush();
      audit.changed("trait.changed", "trait", trait.id, customerId, before, trait.details());
      changed.fire(CustomerChanged.at(time.now(), customerId));
    }
    return trait;
  }

  /** Nobody else can take it meanwhile: the customer is locked. */
  private static void requireFree(Optional<UUID> other, String externalId) {
    if (other.isPresent()) {
      throw CommonProblem.externalIdTaken("trait of this customer", externalId);
    }
  }

  @Transactional
  void remove(Ref customer, Ref ref, String ifMatch) {
    UUID customerId = customers.lock(customer);
    Trait trait = traits.get(customerId, ref);
    ETags.requireMatch(ifMatch, trait.id, trait.version);
    traits.delete(trait);
    traits.flush();
    audit.changed("trait.removed", "trait", trait.id, customerId, trait.details(), null);
    changed.fire(CustomerChanged.at(time.now(), customerId));
  }
}
