package io.familiarface.jobs.cancellation;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/agreements/{id}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class CancellationResource {
  private final CancellingAgreement cancelling;
  private final Cancellations cancellations;
  private final Agreements agreements;

  CancellationResource(
      CancellingAgreement cancelling, Cancellations cancellations, Agreements agreements) {
    this.cancelling = cancelling;
    this.cancellations = cancellations;
    this.agreements = agreements;
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Record that a customer cancelled",
      description =
          "Keeps the reason, the customer's words and letter, and withdraws the visits to come. A"
              + " customer may also withdraw before the agreement begins: then it counts as if it"
              + " had never been signed, and the customer as nobody who was lost.")
  @APIResponseSchema(value = CancellationView.class, responseCode = "201")
  public Response cancelAgreement(
      @Parameter(example = "ext:A0008") @PathParam("id") Ref id,
      @Valid @NotNull NewCancellation request) {
    Cancellation cancellation = cancelling.cancel(id, request);
    return ETags.created(
        URI.create("/v1/agreements/" + cancellation.agreementId + "/cancellation"),
        CancellationView.of(cancellation),
        cancellation.agreementId,
        cancellation.version);
  }

  @GET
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read why and in what words a customer cancelled")
  @APIResponseSchema(value = CancellationView.class, responseCode = "200")
  public Response getCancellation(@Parameter(example = "ext:A0005") @PathParam("id") Ref id) {
    Agreement agreement = agreements.get(id);
    Cancellation cancellation =
        cancellations
            .findByIdOptional(agreement.id())
            .orElseThrow(() -> JobsProblem.NOT_CANCELLED.because("This agreement still runs."));
    return ETags.ok(
        CancellationView.of(cancellation), cancellation.agreementId, cancellation.version);
  }
}
