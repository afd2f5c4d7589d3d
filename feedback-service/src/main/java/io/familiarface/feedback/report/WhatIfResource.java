package io.familiarface.feedback.report;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/risk/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
class WhatIfResource {
  private static final String EXAMPLE =
      """
      {"visits":[{"technicianExternalId":"T0004","scheduledAt":"{today+7}T15:00:00Z",
       "changeReason":"ABSENT","permanence":"THIS_VISIT","customerTold":true,"introduced":false}]}\
      """;

  private final Customers customers;
  private final EvaluatingWhatIf evaluating;

  WhatIfResource(Customers customers, EvaluatingWhatIf evaluating) {
    this.customers = customers;
    this.evaluating = evaluating;
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Operation(
      operationId = "askWhatIf",
      summary = "Ask what visits that have not happened would do to a customer's risk",
      description =
          "Changes nothing. Both answers are for the same instant: after the last of the visits.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WhatIfQuestion.class),
              examples = @ExampleObject(name = "A fourth technician for Dorothy", value = EXAMPLE)))
  @APIResponseSchema(
      value = WhatIfView.class,
      responseCode = "200",
      responseDescription = "The risk without and with the visits")
  @APIResponse(
      responseCode = "422",
      description = "An agreement is not the customer's, or a technician is unknown or has left")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response ask(
      @Parameter(example = "ext:C0001") @PathParam("id") Ref ref,
      @NotNull @Valid WhatIfQuestion question) {
    return Response.ok(evaluating.evaluate(customers.require(ref).id(), question)).build();
  }
}
