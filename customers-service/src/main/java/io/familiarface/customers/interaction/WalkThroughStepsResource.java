package io.familiarface.customers.interaction;

import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/walk-through-steps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interactions")
class WalkThroughStepsResource {

  private final WalkThrough walkThrough;

  WalkThroughStepsResource(WalkThrough walkThrough) {
    this.walkThrough = walkThrough;
  }

  /** All of them on one page: they are a company's own few. */
  public record Steps(List<WalkThroughStep> items) {}

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.TECHNICIAN, Role.SERVICE})
  @Operation(
      summary = "List what the company explains to every customer",
      description = "In the order in which it is explained; set in the service's configuration.")
  public Steps listWalkThroughSteps() {
    return new Steps(walkThrough.steps());
  }
}
