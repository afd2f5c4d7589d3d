package io.familiarface.jobs.technician;

import io.familiarface.photo.Photo;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** How a technician looks. */
@Entity
class TechnicianPhoto {
  @Id UUID technicianId;
  String mediaType;
  byte[] content;
  String tag;
  Instant updatedAt;

  protected TechnicianPhoto() {}

  TechnicianPhoto(UUID technicianId) {
    this.technicianId = technicianId;
  }

  void update(Photo photo, Instant now) {
    mediaType = photo.mediaType();
    content = photo.content();
    tag = photo.tag();
    updatedAt = now;
  }

  Photo photo() {
    return new Photo(mediaType, content);
  }
}
