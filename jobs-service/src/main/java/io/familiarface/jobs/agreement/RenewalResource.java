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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/agreements/{id}/renewal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class RenewalResource {
  private final RenewingAgreement renewing;
  private final Agreements agreements;

  RenewalResource(RenewingAgreement renewing, Agreements agreements) {
    this.renewing = renewing;
    this.agreements = agreements;
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Renew an agreement",
      description =
          "An agreement whose rule ends (UNTIL or COUNT) goes on until a later day: the visits that"
              + " are planned stay, those after the end that was are planned, and whoever usually"
              + " comes goes on coming. GET /v1/agreements?endingBefore= lists those that are about"
              + " to end. One without an end goes on by itself.")
  @APIResponseSchema(value = AgreementView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "no-end, already-cancelled")
  @APIResponse(responseCode = "422", description = "contradiction")
  public Response renewAgreement(
      @Parameter(example = "ext:A9101") @PathParam("id") Ref id, @Valid @NotNull Renewal renewal) {
    Agreement agreement = renewing.renew(id, renewal);
    AgreementView view = agreements.view(Ref.of(agreement.id));
    return ETags.created(URI.create("/v1/agreements/" + agreement.id), view, view.tag());
  }
}
