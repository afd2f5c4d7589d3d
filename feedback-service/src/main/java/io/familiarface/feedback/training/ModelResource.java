package io.familiarface.feedback.training;

import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/risk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
class ModelResource {
  private final ChoosingModel choosing;
  private final Caller caller;

  ModelResource(ChoosingModel choosing, Caller caller) {
    this.choosing = choosing;
    this.caller = caller;
  }

  @GET
  @Path("/model")
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(operationId = "getRiskModel", summary = "Read the model that makes the probabilities")
  @APIResponse(responseCode = "200", description = "The model in use")
  public ModelView get() {
    return choosing.inUse();
  }

  @GET
  @Path("/models")
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      operationId = "listRiskModels",
      summary = "List every model that was ever in use",
      description = "Newest first; the last is the documented prior.")
  @APIResponse(responseCode = "200", description = "A page of models")
  public Page<ModelView> list(@BeanParam PageRequest page) {
    return choosing.newestFirst(page);
  }

  @POST
  @Path("/models/{version}/activation")
  @Idempotent
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "activateRiskModel",
      summary = "Go back to an earlier model, or to the prior",
      description =
          "It makes the probabilities from now on, with its own thresholds; everybody is assessed"
              + " anew in the background. Open flags stay until they are cleared, and name the"
              + " model that raised them.")
  @APIResponse(
      responseCode = "201",
      description = "The model, now in use",
      content = @Content(schema = @Schema(implementation = ModelView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The model was in use already; nothing has changed",
      content = @Content(schema = @Schema(implementation = ModelView.class)))
  @APIResponse(responseCode = "404", description = "There is no such model")
  public Response activate(@Parameter(example = "prior-1") @PathParam("version") String version) {
    ChoosingModel.Activated activated = choosing.activate(version, caller.name());
    Response.ResponseBuilder answer =
        activated.another() ? Response.created(URI.create("/v1/risk/model")) : Response.ok();
    return answer.entity(activated.model()).build();
  }
}
