package io.familiarface.customers.photo;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Putting up a customer's photo, changing it, and taking it down. */
@ApplicationScoped
class KeepingPhotos {

  private final Customers customers;
  private final EntityManager entities;
  private final Clock clock;
  private final AuditTrail audit;

  KeepingPhotos(Customers customers, EntityManager entities, Clock clock, AuditTrail audit) {
    this.customers = customers;
    this.entities = entities;
    this.clock = clock;
    this.audit = audit;
  }

  /** The first photo needs no ETag: there is nothing that could be lost. */
  @Transactional
  CustomerPhoto putUp(Ref customer, String ifMatch, Photo photo) {
    UUID customerId = customers.hold(customer);
    var known = find(customerId);
    known.ifPresent(before -> ETags.requireMatch(ifMatch, before.tag));
    Object before = known.map(KeepingPhotos::describe).orElse(null);
    CustomerPhoto shown = known.orElseGet(() -> new CustomerPhoto(customerId));
    shown.become(photo, clock.instant());
    entities.persist(shown);
    customers.photographed(customerId, shown.tag);
    audit.changed("photo.put-up", "photo", customerId, customerId, before, describe(shown));
    return shown;
  }

  @Transactional
  void takeDown(Ref customer, String ifMatch) {
    UUID customerId = customers.hold(customer);
    CustomerPhoto photo = get(customerId);
    ETags.requireMatch(ifMatch, photo.tag);
    entities.remove(photo);
    customers.photographed(customerId, null);
    audit.changed("photo.taken-down", "photo", customerId, customerId, describe(photo), null);
  }

  CustomerPhoto get(UUID customerId) {
    return find(customerId)
        .orElseThrow(
            () ->
                CustomersProblem.NO_PHOTO.because(
                    "There is no photo of this customer. Put one up with PUT /v1/customers/"
                        + customerId
                        + "/photo."));
  }

  private Optional<CustomerPhoto> find(UUID customerId) {
    return Optional.ofNullable(entities.find(CustomerPhoto.class, customerId));
  }

  private static Map<String, Object> describe(CustomerPhoto photo) {
    return Map.of("tag", photo.tag, "bytes", photo.content.length);
  }
}
