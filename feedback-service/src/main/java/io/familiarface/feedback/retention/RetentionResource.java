package io.familiarface.feedback.retention;

import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.MANAGER})
@Tag(name = "Retention", description = "Whether calling those who are likely to leave helps.")
class RetentionResource {
  private final RetentionExperiments experiments;
  private final SettingExperiment setting;
  private final ReadingEffect reading;

  RetentionResource(
      RetentionExperiments experiments, SettingExperiment setting, ReadingEffect reading) {
    this.experiments = experiments;
    this.setting = setting;
    this.reading = reading;
  }

  @GET
  @Path("/experiment")
  @Operation(
      operationId = "getRetentionExperiment",
      summary = "Read which part of the calls is held back")
  @APIResponseSchema(
      value = ExperimentView.class,
      responseCode = "200",
      responseDescription = "The experiment")
  public Response experiment() {
    return answer(experiments.running());
  }

  @PUT
  @Path("/experiment")
  @Operation(
      operationId = "setRetentionExperiment",
      summary = "Hold back a part of the calls, to learn whether calling helps",
      description =
          "Of the calls that flags ask for, so many are not made, drawn by lot among customers who are"
              + " about as likely to leave; they are listed as HELD_BACK. Never held back is a customer"
              + " with an open case, one to be told that somebody else comes, one whom an experiment"
              + " before is still watching, or a call for any"
              + " other reason. 0 ends it: whoever was held back is called when their 90 days are over,"
              + " if the flag still stands.")
  @APIResponseSchema(
      value = ExperimentView.class,
      responseCode = "200",
      responseDescription = "The experiment")
  public Response set(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid NewExperiment wanted) {
    return answer(setting.set(ifMatch, wanted));
  }

  @GET
  @Path("/effect")
  @Operation(
      operationId = "getRetentionEffect",
      summary = "Read what calling changed",
      description =
          "In cancellations, answers and satisfaction within 90 days: those who were to be called"
              + " against those held back, among customers of equal risk. A verdict is given when"
              + " there are at least 30 in each group and 10 cancellations, and the interval of 95 %,"
              + " which holds however often one looks, leaves no doubt; before that it is not known"
              + " yet, and it is said about how many more customers are needed. A customer counts"
              + " once in an experiment, and in one at a time; whoever was erased, in no group.")
  @APIResponse(responseCode = "200", description = "The effect")
  public EffectView effect() {
    return reading.read();
  }

  private static Response answer(RetentionExperiment experiment) {
    return ETags.ok(
        ExperimentView.of(experiment), ExperimentView.idOf(experiment), experiment.version);
  }
}
