package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.photo.Photo;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The photos of technicians. */
@ApplicationScoped
public class TechnicianPhotos implements PanacheRepositoryBase<TechnicianPhoto, UUID> {
  TechnicianPhoto get(Technician technician) {
    return findByIdOptional(technician.id)
        .orElseThrow(
            () ->
                JobsProblem.NO_PHOTO.because(
                    "There is no photo of %s. Put one up with PUT /v1/technicians/%s/photo."
                        .formatted(technician.name, technician.id)));
  }

  /** To be shown elsewhere; needs a running transaction. */
  public Optional<Photo> photoOf(UUID technicianId) {
    return findByIdOptional(technicianId).map(TechnicianPhoto::photo);
  }

  /** Where a photo is read; null without one. */
  public static String pathOf(UUID technicianId, String photoTag) {
    return photoTag == null ? null : "/v1/technicians/" + technicianId + "/photo";
  }
}
