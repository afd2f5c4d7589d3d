package io.familiarface.feedback.report;

import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/risks/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
class WhatIfsResource {
  private final EvaluatingWhatIfs evaluating;

  WhatIfsResource(EvaluatingWhatIfs evaluating) {
    this.evaluating = evaluating;
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Operation(
      operationId = "askWhatIfs",
      summary = "Ask what many visits that have not happened would do, each by itself",
      description =
          "At most 200 questions, answered in their order; changes nothing. One that can't be"
              + " answered says why and leaves the others their answers.")
  @APIResponseSchema(
      value = WhatIfAnswers.class,
      responseCode = "200",
      responseDescription = "The risk without and with each")
  public Response ask(@NotNull @Valid WhatIfQuestions questions) {
    return Response.ok(evaluating.evaluate(questions.questions())).build();
  }
}
