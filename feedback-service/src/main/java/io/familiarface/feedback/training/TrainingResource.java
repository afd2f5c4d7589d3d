package io.familiarface.feedback.training;

import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/risk/model/training")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
@RolesAllowed(Role.ADMIN)
class TrainingResource {
  private static final URI HERE = URI.create("/v1/risk/model/training");

  private final TrainingModel training;
  private final Caller caller;

  TrainingResource(TrainingModel training, Caller caller) {
    this.training = training;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Operation(
      operationId = "startRiskTraining",
      summary = "Learn from the company's own history",
      description =
          "In the background, one at a time. The new model is put in use only when it does better on"
              + " the last 90 days, which it has not seen; with too few cancellations the present"
              + " one stays. GET the same address for how far it is.")
  @APIResponseSchema(
      value = TrainingView.class,
      responseCode = "202",
      responseDescription = "It has been started")
  @APIResponse(responseCode = "409", description = "One is running already")
  public Response start() {
    return Response.accepted(training.start(caller.name())).location(HERE).build();
  }

  @GET
  @Operation(operationId = "getRiskTraining", summary = "Read how far the newest training is")
  @APIResponse(responseCode = "200", description = "The newest training, or that there was none")
  public TrainingView get() {
    return training.newest();
  }
}
