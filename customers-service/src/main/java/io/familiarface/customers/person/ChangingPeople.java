package io.familiarface.customers.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.CustomerDetailsChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.PhoneNumbers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** Writing down who there is under a customer, and keeping it right. */
@ApplicationScoped
class ChangingPeople {

  private final Customers customers;
  private final People people;
  private final PhoneNumbers phones;
  private final MergePatch mergePatch;
  private final BusinessTime time;
  private final AuditTrail audit;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;

  ChangingPeople(
      Customers customers,
      People people,
      PhoneNumbers phones,
      MergePatch mergePatch,
      BusinessTime time,
      AuditTrail audit,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.people = people;
    this.phones = phones;
    this.mergePatch = mergePatch;
    this.time = time;
    this.audit = audit;
    this.found = found;
    this.changed = changed;
  }

  @Transactional
  Person add(Ref customer, NewPerson details) {
    UUID customerId = customers.lock(customer);
    requireFree(customerId, details.externalId());
    if (people.count("customerId", customerId) >= People.AT_MOST) {
      throw CustomersProblem.TOO_MANY.because(
          "A customer has at most " + People.AT_MOST + " people. Strike one out first.");
    }
    var person = Person.create(customerId, details, readable(customerId, details));
    people.persistAndFlush(person);
    audit.changed("person.added", "person", person.id, customerId, null, person.details());
    found.fire(CustomerDetailsChanged.of(customerId));
    changed.fire(CustomerChanged.at(time.now(), customerId));
    return person;
  }

  @Transactional
  Person change(Ref customer, Ref ref, String ifMatch, JsonNode patch) {
    UUID customerId = customers.lock(customer);
    Person person = people.get(customerId, ref);
    ETags.requireMatch(ifMatch, person.id, person.version);
    NewPerson before = person.details();
    NewPerson after = mergePatch.apply(before, patch);
    if (!Objects.equals(before.externalId(), after.externalId())) {
      requireFree(customerId, after.externalId());
    }
    String phone =
        Objects.equals(before.phone(), after.phone())
            ? before.phone()
            : readable(customerId, after);
    if (person.update(after, phone)) {
      people.flush();
      audit.changed("person.changed", "person", person.id, customerId, before, person.details());
      found.fire(CustomerDetailsChanged.of(customerId));
      changed.fire(CustomerChanged.at(time.now(), customerId));
    }
    return person;
  }

  @Transactional
  void remove(Ref customer, Ref ref, String ifMatch) {
    UUID customerId = customers.lock(customer);
    Person person = people.get(customerId, ref);
    ETags.requireMatch(ifMatch, person.id, person.version);
    people.delete(person);
    people.flush();
    audit.changed("person.removed", "person", person.id, customerId, person.details(), null);
    found.fire(CustomerDetailsChanged.of(customerId));
    changed.fire(CustomerChanged.at(time.now(), customerId));
  }

  private String readable(UUID customerId, NewPerson details) {
    return phones.require(details.phone(), customers.address(customerId), "/phone");
  }

  /** Nobody else can take it meanwhile: the customer is locked. */
  private void requireFree(UUID customerId, String externalId) {
    if (externalId != null && people.withExternalId(customerId, externalId).isPresent()) {
      throw CommonProblem.externalIdTaken("person of this customer", externalId);
    }
  }
}
