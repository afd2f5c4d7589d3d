package io.familiarface.jobs.agreement;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/agreements/{id}/pause")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class PauseResource {
  private final PausingAgreement pausing;
  private final Agreements agreements;

  PauseResource(PausingAgreement pausing, Agreements agreements) {
    this.pausing = pausing;
    this.agreements = agreements;
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Pause an agreement",
      description =
          "Nobody comes in these days: visits that only the rule planned are withdrawn; those that"
              + " somebody has moved or reassigned stay. A pause that was there before is"
              + " replaced.")
  @APIResponseSchema(value = AgreementView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "already-cancelled")
  @APIResponse(responseCode = "422", description = "contradiction")
  public Response pauseAgreement(
      @Parameter(example = "ext:A0006") @PathParam("id") Ref id, @Valid @NotNull Pause pause) {
    Agreement agreement = pausing.pause(id, pause);
    AgreementView view = agreements.view(Ref.of(agreement.id));
    return ETags.created(URI.create("/v1/agreements/" + agreement.id), view, view.tag());
  }

  @DELETE
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Resume an agreement",
      description = "The visits of the days that were left out are planned again, from now on.")
  @APIResponse(responseCode = "204", description = "Resumed.")
  @APIResponse(responseCode = "409", description = "not-paused, already-cancelled")
  public void resumeAgreement(
      @Parameter(example = "ext:A0006") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    pausing.resume(id, ifMatch);
  }
}
