package io.familiarface.jobs.jobsheet;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.TECHNICIAN;

import io.familiarface.jobs.visit.JobSheetReadings;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitAccess;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}/job-sheet/acknowledgement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class AcknowledgementResource {
  private final VisitAccess access;
  private final JobSheetReadings readings;
  private final AuditTrail audit;

  AcknowledgementResource(VisitAccess access, JobSheetReadings readings, AuditTrail audit) {
    this.access = access;
    this.readings = readings;
    this.audit = audit;
  }

  /**
   * @param technicianId who is to come, and has read it
   * @param readAt when for the first time
   */
  @Schema(name = "JobSheetAcknowledgement")
  record Acknowledgement(UUID visitId, UUID technicianId, Instant readAt) {}

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Say that whoever is to come has read the job sheet",
      description =
          "Where familiar.job-sheet.substitutes-must-read is set, somebody whom the customer does"
              + " not expect must have, before the visit is completed.")
  @APIResponseSchema(value = Acknowledgement.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      description = "nobody-assigned, visit-already-completed, visit-already-missed")
  public Response acknowledgeJobSheet(
      @Parameter(example = "ext:V0003-NEXT") @PathParam("id") Ref id) {
    Visit visit = access.get(id);
    JobSheetReadings.Reading reading = readings.record(visit);
    var acknowledgement = new Acknowledgement(visit.id(), reading.technicianId(), reading.readAt());
    audit.changed(
        "job-sheet.acknowledged", "visit", visit.id(), visit.customerId(), null, acknowledgement);
    return Response.created(URI.create("/v1/visits/" + visit.id() + "/job-sheet"))
        .entity(acknowledgement)
        .build();
  }
}
