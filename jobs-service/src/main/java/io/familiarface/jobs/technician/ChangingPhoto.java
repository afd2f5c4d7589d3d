package io.familiarface.jobs.technician;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.photo.Photo;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Putting up a technician's photo, changing it, and taking it down. */
@ApplicationScoped
class ChangingPhoto {
  private final Technicians technicians;
  private final TechnicianPhotos photos;
  private final TechnicianPublisher publisher;
  private final CompanyCalendar calendar;

  ChangingPhoto(
      Technicians technicians,
      TechnicianPhotos photos,
      TechnicianPublisher publisher,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.photos = photos;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  /** The first photo needs no ETag: there is nothing that could be lost. */
  @Transactional
  TechnicianPhoto put(Ref ref, String ifMatch, Photo photo) {
    Technician technician = technicians.lock(ref);
    var known = photos.findByIdOptional(technician.id);
    known.ifPresent(before -> ETags.requireMatch(ifMatch, before.tag));
    Object before = known.map(ChangingPhoto::describe).orElse(null);
    TechnicianPhoto shown = known.orElseGet(() -> new TechnicianPhoto(technician.id));
    shown.update(photo, calendar.now());
    photos.persist(shown);
    technician.photoTag = shown.tag;
    publisher.publish(technician, "technician.photo-put-up", before, describe(shown));
    return shown;
  }

  @Transactional
  void delete(Ref ref, String ifMatch) {
    Technician technician = technicians.lock(ref);
    TechnicianPhoto photo = photos.get(technician);
    ETags.requireMatch(ifMatch, photo.tag);
    photos.delete(photo);
    technician.photoTag = null;
    publisher.publish(technician, "technician.photo-taken-down", describe(photo), null);
  }

  private static Map<String, Object> describe(TechnicianPhoto photo) {
    return Map.of("tag", photo.tag, "bytes", photo.content.length);
  }
}
