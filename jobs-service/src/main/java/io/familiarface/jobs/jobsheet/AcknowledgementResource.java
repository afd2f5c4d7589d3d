package io.familiarface.jobs.jobsheet;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.TECHNICIAN;

import io.familiarface.jobs.visit.JobSheetReadings;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitAccess;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
  private final Caller caller;

  AcknowledgementResource(
      VisitAccess access, JobSheetReadings readings, AuditTrail audit, Caller caller) {
    this.access = access;
    this.readings = readings;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * @param technicianId who is to come, and has read it
   * @param readAt when for the first time
   * @param reason why somebody else said so
   */
  @Schema(name = "JobSheetAcknowledgement")
  record Acknowledgement(UUID visitId, UUID technicianId, Instant readAt, String reason) {}

  @Schema(
      name = "NewJobSheetAcknowledgement",
      example =
          """
          {"reason": "Read it out to Ben on the phone."}\
          """)
  record NewAcknowledgement(
      @Schema(
              description =
                  "How it is known that whoever is to come has read it; needed unless it is they who"
                      + " say so.")
          @Size(min = 1, max = 500) String reason) {}

  @POST
  @Idempotent
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, TECHNICIAN})
  @Operation(
      summary = "Say that whoever is to come has read the job sheet",
      description =
          "Where familiar.job-sheet.substitutes-must-read is set, somebody whom the customer does"
              + " not expect must have, before the visit is completed. It is theirs to say; a"
              + " manager says it for them with a reason, which is kept.")
  @APIResponseSchema(value = Acknowledgement.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      description = "nobody-assigned, visit-already-completed, visit-already-missed")
  public Response acknowledgeJobSheet(
      @Parameter(example = "ext:V0003-NEXT") @PathParam("id") Ref id,
      @Valid NewAcknowledgement request) {
    String reason = request == null ? null : request.reason();
    if (caller.technicianId().isEmpty() && reason == null) {
      throw INVALID_REQUEST.at(
          "/reason", "Say how you know that whoever is to come has read the job sheet.");
    }
    Visit visit = access.get(id);
    JobSheetReadings.Reading reading = readings.record(visit);
    var acknowledgement =
        new Acknowledgement(visit.id(), reading.technicianId(), reading.readAt(), reason);
    audit.changed(
        "job-sheet.acknowledged", "visit", visit.id(), visit.customerId(), null, acknowledgement);
    return Response.created(URI.create("/v1/visits/" + visit.id() + "/job-sheet"))
        .entity(acknowledgement)
        .build();
  }
}
