package io.familiarface.customers.privacy;

import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Privacy")
class RetentionResource {
  private final Retention retention;

  RetentionResource(Retention retention) {
    this.retention = retention;
  }

  @GET
  @Operation(
      summary = "See what is kept for how long, and what would go now",
      description =
          "A dry run: nothing is forgotten by it. The periods are those of `familiar.retention`.")
  public RetentionView getRetention() {
    return retention.due();
  }

  @POST
  @Path("/run")
  @Idempotent(ownTransactions = true)
  @Operation(
      summary = "Forget now what is older than it is kept",
      description =
          "At most 10000 of each kind at once; `due` says what is left. Whoever was let go too long"
              + " ago is erased in all services.")
  @APIResponseSchema(
      value = RetentionView.class,
      responseCode = "200",
      responseDescription = "How many went.")
  public Response runRetention() {
    return Response.ok(retention.apply()).build();
  }
}
