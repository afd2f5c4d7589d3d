package io.familiarface.customers.customer;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Two customers are found to be one: all that is the other's becomes this one's, and the other's id
 * leads here. A field that this one lacks is taken over; one that differs is kept beside it, as a
 * person, a place or a trait.
 */
@ApplicationScoped
class MergingCustomers {

  private final Customers customers;
  private final MergedCustomers merged;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomersMerging> merging;
  private final Event<CustomerMerged> done;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;

  MergingCustomers(
      Customers customers,
      MergedCustomers merged,
      BusinessTime time,
      Caller caller,
      AuditTrail audit,
      Event<CustomersMerging> merging,
      Event<CustomerMerged> done,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.merged = merged;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
    this.merging = merging;
    this.done = done;
    this.found = found;
    this.changed = changed;
  }

  @Transactional
  Customer merge(Ref ref, NewMerge details) {
    UUID intoId = customers.idOf(ref);
    UUID fromId = other(details.from(), intoId);
    if (customers.lock(Set.of(intoId, fromId)).size() < 2) {
      throw CustomersProblem.ALREADY_MERGED.because(
          "One of the two was merged or erased at this very moment. Read them again.");
    }
    CustomerView from = customers.view(fromId).orElseThrow();
    Customer into = customers.locked(intoId);
    CustomerView before = CustomerView.of(into);
    // A key of another system that this one lacks names this one from now on.
    String key = before.externalId() == null ? null : from.externalId();
    merged.add(fromId, key, intoId, time.now(), caller.name());
    var event = new CustomersMerging(from, before);
    merging.fire(event);
    customers.remove(fromId);
    into.update(withWhatItLacks(into.details(), from), time.now());
    customers.write(into);
    record(event, into);
    done.fire(new CustomerMerged(fromId, key, intoId, time.now()));
    found.fire(CustomerDetailsChanged.of(intoId));
    changed.fire(CustomerChanged.at(time.now(), intoId));
    return into;
  }

  private UUID other(String named, UUID intoId) {
    Ref ref = read(named);
    UUID fromId =
        customers
            .findId(ref)
            .or(() -> merged.survivor(ref).map(survivor -> alreadyIn(survivor, intoId)))
            .orElseThrow(
                () ->
                    CustomersProblem.UNKNOWN_CUSTOMER.at(
                        "/from",
                        "There is no customer "
                            + ref
                            + ". Look for them with GET /v1/customers?q=."));
    if (fromId.equals(intoId)) {
      throw CustomersProblem.SAME_CUSTOMER.at(
          "/from", "This is the same customer already. Name the other one.");
    }
    return fromId;
  }

  private static UUID alreadyIn(UUID survivor, UUID intoId) {
    if (survivor.equals(intoId)) {
      throw CustomersProblem.SAME_CUSTOMER.at(
          "/from", "This one is part of the same customer already; there is nothing to merge.");
    }
    throw CustomersProblem.ALREADY_MERGED.at(
        "/from",
        "This one has become part of " + survivor + ". Merge that one, if it is the same too.");
  }

  private static Ref read(String named) {
    try {
      return Ref.fromString(named.strip());
    } catch (HttpProblem e) {
      throw CustomersProblem.UNKNOWN_CUSTOMER.at("/from", e.getDetail());
    }
  }

  private static NewCustomer withWhatItLacks(NewCustomer into, CustomerView from) {
    return new NewCustomer(
            from.externalId(),
            into.kind(),
            into.name(),
            from.preferredName(),
            from.language(),
            from.email(),
            from.phone(),
            from.otherPhones(),
            from.otherEmails(),
            from.preferredChannel(),
            from.preferredHours(),
            from.address(),
            from.branch(),
            from.burnedBefore(),
            earlier(into, from))
        .under(into);
  }

  /** Whoever came first has been a customer since then. */
  private static Instant earlier(NewCustomer into, CustomerView from) {
    return from.createdAt().isBefore(into.createdAt()) ? from.createdAt() : into.createdAt();
  }

  private void record(CustomersMerging event, Customer into) {
    Map<String, Object> before = new LinkedHashMap<>();
    before.put("into", event.into());
    before.put("from", event.from());
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("into", CustomerView.of(into));
    after.put("moved", event.moved());
    UUID from = event.from().id();
    // Found by whoever asks for the one or for the other.
    audit.changed("customer.merged", "customer", into.id, into.id, before, after);
    audit.changed(
        "customer.merged-away", "customer", from, from, event.from(), Map.of("into", into.id));
  }
}
