package io.familiarface.customers.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@ApplicationScoped
class ChangingCustomer {

  private final Customers customers;
  private final PhoneNumbers phones;
  private final MergePatch mergePatch;
  private final BusinessTime time;
  private final AuditTrail audit;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;

  ChangingCustomer(
      Customers customers,
      PhoneNumbers phones,
      MergePatch mergePatch,
      BusinessTime time,
      AuditTrail audit,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.phones = phones;
    this.mergePatch = mergePatch;
    this.time = time;
    this.audit = audit;
    this.found = found;
    this.changed = changed;
  }

  @Transactional
  Customer change(Ref ref, String ifMatch, JsonNode patch) {
    Customer customer = customers.locked(customers.idOf(ref));
    ETags.requireMatch(ifMatch, customer.id, customer.version);
    NewCustomer before = customer.details();
    NewCustomer after = withReadablePhones(before, mergePatch.apply(before, patch));
    requireRecordable(before, after);
    requireFree(customer, after.externalId());
    if (customer.update(after, time.now())) {
      customers.write(customer);
      audit.changed(
          "customer.changed", "customer", customer.id, customer.id, before, customer.details());
      found.fire(CustomerDetailsChanged.of(customer.id));
      changed.fire(CustomerChanged.at(time.now(), customer.id));
    }
    return customer;
  }

  /** A number that stays as it is, is not read again. */
  private NewCustomer withReadablePhones(NewCustomer before, NewCustomer after) {
    return after.withPhones(
        Objects.equals(before.phone(), after.phone())
            ? before.phone()
            : phones.require(after.phone(), after.address(), "/phone"),
        Objects.equals(before.otherPhones(), after.otherPhones())
            ? before.otherPhones()
            : phones.requireAll(after.otherPhones(), after.address(), "/otherPhones"));
  }

  private void requireRecordable(NewCustomer before, NewCustomer after) {
    if (!Objects.equals(before.createdAt(), after.createdAt())) {
      time.ofFact(after.createdAt(), "/createdAt");
    }
    if (after.burnedBefore() != null
        && !Objects.equals(before.burnedBefore(), after.burnedBefore())
        && !heardAtSameTime(before, after)) {
      time.ofFact(after.burnedBefore().heardAt(), "/burnedBefore/heardAt");
    }
  }

  private static boolean heardAtSameTime(NewCustomer before, NewCustomer after) {
    return before.burnedBefore() != null
        && Objects.equals(before.burnedBefore().heardAt(), after.burnedBefore().heardAt());
  }

  private void requireFree(Customer customer, String externalId) {
    if (externalId == null) {
      return;
    }
    UUID other = customers.idsOf(List.of(externalId)).get(externalId);
    if (other != null && !other.equals(customer.id)) {
      throw AddingCustomer.taken(externalId);
    }
  }
}
