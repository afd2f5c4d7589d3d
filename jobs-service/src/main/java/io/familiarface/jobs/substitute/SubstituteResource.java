package io.familiarface.jobs.substitute;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}/substitutes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class SubstituteResource {
  private final Substitutes substitutes;

  SubstituteResource(Substitutes substitutes) {
    this.substitutes = substitutes;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Rank who could come instead, and say who can't",
      description =
          "Best first: fewest promises broken, then the least risk that the customer leaves, then"
              + " whom the customer knows. Each with its reasons; each who can't be sent with the"
              + " rule that refuses. While feedback-service can't be asked, the probabilities are"
              + " null and available is false.")
  @APIResponseSchema(value = SubstituteView.Ranking.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "The visit has been, or was withdrawn")
  public SubstituteView.Ranking rankSubstitutes(
      @Parameter(example = "ext:V0003-NEXT") @PathParam("id") Ref id) {
    // In two steps, for feedback-service is waited for.
    return substitutes.rank(substitutes.prepare(id));
  }
}
