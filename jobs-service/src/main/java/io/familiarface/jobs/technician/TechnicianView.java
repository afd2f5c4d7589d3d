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
    List<TechnicianCertificate> certificates,
    List<WorkingHours> workingHours,
    @Schema(description = "Two sentences for a customer who asks who is coming.")
        String introduction,
    @Schema(
            description = "Where the photo is read; null without one.",
            examples = "/v1/technicians/0197…/photo")
        String photo,
    LocalDate hiredOn,
    LocalDate leftOn) {

  static TechnicianView of(Technician technician) {
    NewTechnician d = technician.details();
    return new TechnicianView(
        technician.id,
        d.externalId(),
        d.name(),
        d.branch(),
        d.skills(),
        d.certificates(),
        d.workingHours(),
        d.introduction(),
        TechnicianPhotos.pathOf(technician.id, technician.photoTag),
        d.hiredOn(),
        d.leftOn());
  }

  /** A technician as the table holds one. */
  record Row(
      UUID id,
      String externalId,
      String name,
      String branch,
      List<String> skills,
      String certificates,
      String workingHours,
      String introduction,
      String photoTag,
      LocalDate hiredOn,
      LocalDate leftOn) {

    TechnicianView view() {
      return new TechnicianView(
          id,
          externalId,
          name,
          branch,
          skills,
          CertificatesJson.INSTANCE.convertToEntityAttribute(certificates),
          WorkingHoursJson.INSTANCE.convertToEntityAttribute(workingHours),
          introduction,
          TechnicianPhotos.pathOf(id, photoTag),
          hiredOn,
          leftOn);
    }
  }
}
