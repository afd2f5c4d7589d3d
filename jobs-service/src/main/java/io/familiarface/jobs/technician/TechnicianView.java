package io.familiarface.jobs.technician;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A technician as others see one. */
@Schema(name = "Technician")
record TechnicianView(
    UUID id,
    String externalId,
    String name,
    String branch,
    List<String> skills,
    LocalDate hiredOn,
    LocalDate leftOn) {

  static TechnicianView of(Technician technician) {
    NewTechnician d = technician.details();
    return new TechnicianView(
        technician.id, d.externalId(), d.name(), d.branch(), d.skills(), d.hiredOn(), d.leftOn());
  }
}
