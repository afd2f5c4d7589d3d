package io.familiarface.jobs.technician;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/{id}/absences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Technicians")
class AbsenceResource {
  private final Technicians technicians;
  private final Absences absences;
  private final RecordingAbsence recording;

  AbsenceResource(Technicians technicians, Absences absences, RecordingAbsence recording) {
    this.technicians = technicians;
    this.absences = absences;
    this.recording = recording;
  }

  @GET
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "List a technician's absences",
      description = "The ETag is the technician's: it changes with each absence.")
  @APIResponseSchema(value = AbsenceView.Several.class, responseCode = "200")
  public Response listAbsences(@Parameter(example = "ext:T0002") @PathParam("id") Ref id) {
    Technician technician = technicians.get(id);
    return ETags.ok(
        AbsenceView.Several.of(absences.of(technician.id)), technician.id, technician.version);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Record that a technician is away",
      description =
          "Visits planned in these days then appear under GET /v1/visits?needsSubstitute=true. The"
              + " Link with rel=plan leads to a plan for them, which is being made: send whom, or"
              + " move the visit.")
  @APIResponseSchema(value = AbsenceView.class, responseCode = "201")
  public Response recordAbsence(
      @Parameter(example = "ext:T0003") @PathParam("id") Ref id,
      @Valid @NotNull NewAbsence details) {
    RecordingAbsence.Recorded recorded = recording.record(id, details);
    Technician technician = recorded.technician();
    Response created =
        ETags.created(
            URI.create("/v1/technicians/" + technician.id + "/absences/" + recorded.absence().id),
            AbsenceView.of(recorded.absence()),
            technician.id,
            technician.version);
    // The plan for an absence has its id.
    URI plan = URI.create("/v1/plans/" + recorded.absence().id);
    return Response.fromResponse(created).link(plan, "plan").build();
  }

  @GET
  @Path("/{absenceId}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read an absence")
  @APIResponseSchema(value = AbsenceView.class, responseCode = "200")
  public Response getAbsence(
      @Parameter(example = "ext:T0002") @PathParam("id") Ref id,
      @Parameter(example = "ext:AB0001") @PathParam("absenceId") Ref absenceId) {
    Technician technician = technicians.get(id);
    return ETags.ok(
        AbsenceView.of(absences.get(technician, absenceId)), technician.id, technician.version);
  }

  @DELETE
  @Path("/{absenceId}")
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Delete an absence that doesn't take place")
  public void deleteAbsence(
      @Parameter(example = "ext:T0004") @PathParam("id") Ref id,
      @Parameter(example = "ext:AB0002") @PathParam("absenceId") Ref absenceId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    recording.delete(id, absenceId, ifMatch);
  }
}
