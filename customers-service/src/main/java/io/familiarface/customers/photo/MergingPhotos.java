package io.familiarface.customers.photo;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.customers.customer.MergedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** When two customers become one: the picture of the first is shown, or kept. */
@ApplicationScoped
class MergingPhotos {
  private final Customers customers;
  private final MergedCustomers merged;
  private final CustomerPhotos photos;

  MergingPhotos(Customers customers, MergedCustomers merged, CustomerPhotos photos) {
    this.customers = customers;
    this.merged = merged;
    this.photos = photos;
  }

  void move(@Observes CustomersMerging merging) {
    UUID from = merging.from().id();
    UUID into = merging.into().id();
    photos
        .findByIdOptional(from)
        .ifPresent(
            photo -> {
              if (photos.findByIdOptional(into).isPresent()) {
                merged.keepPhoto(from, photo.content, photo.mediaType);
              } else {
                photos.persist(photo.of(into));
                customers.setPhotoTag(into, photo.tag);
              }
              photos.delete(photo);
              photos.flush();
              merging.moved("photo", List.of(from));
            });
  }
}
