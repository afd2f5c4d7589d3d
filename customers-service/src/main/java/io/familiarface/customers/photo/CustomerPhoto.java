package io.familiarface.customers.photo;

import io.familiarface.photo.Photo;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class CustomerPhoto {

  @Id UUID customerId;
  String mediaType;
  byte[] content;

  /** The same so small that many fit on a page. */
  byte[] thumbnail;

  String tag;
  Instant updatedAt;

  protected CustomerPhoto() {}

  CustomerPhoto(UUID customerId) {
    this.customerId = customerId;
  }

  /** The same picture, of another customer. */
  CustomerPhoto of(UUID another) {
    var same = new CustomerPhoto(another);
    same.mediaType = mediaType;
    same.content = content;
    same.thumbnail = thumbnail;
    same.tag = tag;
    same.updatedAt = updatedAt;
    return same;
  }

  void update(Photo photo, Instant now) {
    mediaType = photo.mediaType();
    content = photo.content();
    thumbnail = photo.thumbnail();
    tag = photo.tag();
    updatedAt = now;
  }
}
