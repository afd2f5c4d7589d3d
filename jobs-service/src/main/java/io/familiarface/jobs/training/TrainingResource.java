package io.familiarface.jobs.training;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/{id}/training")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Technicians")
class TrainingResource {
  private final Technicians technicians;
  private final Trainings trainings;
  private final RecordingTraining recording;

  TrainingResource(Technicians technicians, Trainings trainings, RecordingTraining recording) {
    this.technicians = technicians;
    this.trainings = trainings;
    this.recording = recording;
  }

  @GET
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "List what a technician was trained in", description = "Oldest first.")
  public Page<TrainingView> listTraining(
      @Parameter(example = "ext:T0002") @PathParam("id") Ref id, @BeanParam PageRequest page) {
    return trainings.page(technicians.get(id).id(), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(summary = "Record a training of a technician")
  @APIResponseSchema(value = TrainingView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  @APIResponse(responseCode = "422", description = "technician-has-left")
  public Response recordTraining(
      @Parameter(example = "ext:T0003") @PathParam("id") Ref id,
      @Valid @NotNull NewTraining details) {
    Training training = recording.record(id, details);
    return ETags.created(
        URI.create("/v1/technicians/" + training.technicianId + "/training/" + training.id),
        TrainingView.of(training),
        training.id,
        training.version);
  }

  @GET
  @Path("/{trainingId}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read a training of a technician")
  @APIResponseSchema(value = TrainingView.class, responseCode = "200")
  public Response getTraining(
      @Parameter(example = "ext:T0002") @PathParam("id") Ref id,
      @Parameter(example = "ext:TN0001") @PathParam("trainingId") Ref trainingId) {
    Training training = trainings.get(technicians.get(id), trainingId);
    return ETags.ok(TrainingView.of(training), training.id, training.version);
  }

  @DELETE
  @Path("/{trainingId}")
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(summary = "Delete a training that did not take place")
  public void deleteTraining(
      @Parameter(example = "ext:T0002") @PathParam("id") Ref id,
      @Parameter(example = "ext:TN0002") @PathParam("trainingId") Ref trainingId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    recording.delete(id, trainingId, ifMatch);
  }
}
