package io.familiarface.customers.photo;

import io.familiarface.customers.customer.CustomerFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The picture of a customer among their files. */
@ApplicationScoped
class PhotoFile {
  private final CustomerPhotos photos;

  PhotoFile(CustomerPhotos photos) {
    this.photos = photos;
  }

  void add(@Observes CustomerFiles files) {
    photos
        .findByIdOptional(files.customerId())
        .ifPresent(photo -> files.add("photo." + ending(photo.mediaType), photo.content));
  }

  private static String ending(String mediaType) {
    return mediaType.equals("image/png") ? "png" : "jpg";
  }
}
