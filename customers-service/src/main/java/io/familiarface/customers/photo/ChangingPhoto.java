package io.familiarface.customers.photo;

import io.familiarface.customers.customer.Customers;
import io.familiarface.photo.Photo;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Putting up a customer's photo, changing it, and taking it down. */
@ApplicationScoped
class ChangingPhoto {

  private final Customers customers;
  private final CustomerPhotos photos;
  private final Clock clock;
  private final AuditTrail audit;

  ChangingPhoto(Customers customers, CustomerPhotos photos, Clock clock, AuditTrail audit) {
    this.customers = customers;
    this.photos = photos;
    this.clock = clock;
    this.audit = audit;
  }

  /** The first photo needs no ETag: there is nothing that could be lost. */
  @Transactional
  CustomerPhoto put(Ref customer, String ifMatch, Photo photo) {
    UUID customerId = customers.lock(customer);
    var known = photos.findByIdOptional(customerId);
    known.ifPresent(before -> ETags.requireMatch(ifMatch, before.tag));
    Object before = known.map(ChangingPhoto::describe).orElse(null);
    CustomerPhoto shown = known.orElseGet(() -> new CustomerPhoto(customerId));
    shown.update(photo, clock.instant());
    photos.persist(shown);
    customers.setPhotoTag(customerId, shown.tag);
    audit.changed("photo.put-up", "photo", customerId, customerId, before, describe(shown));
    return shown;
  }

  @Transactional
  void delete(Ref customer, String ifMatch) {
    UUID customerId = customers.lock(customer);
    CustomerPhoto photo = photos.get(customerId);
    ETags.requireMatch(ifMatch, photo.tag);
    photos.delete(photo);
    customers.setPhotoTag(customerId, null);
    audit.changed("photo.taken-down", "photo", customerId, customerId, describe(photo), null);
  }

  private static Map<String, Object> describe(CustomerPhoto photo) {
    return Map.of("tag", photo.tag, "bytes", photo.content.length);
  }
}
