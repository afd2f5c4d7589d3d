package io.familiarface.customers.interaction;

import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/walk-through")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interactions")
class WalkThroughResource {

  private final Customers customers;
  private final ReadingWalkThrough reading;

  WalkThroughResource(Customers customers, ReadingWalkThrough reading) {
    this.customers = customers;
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(
      summary = "See what a customer was told of, and what nobody has explained yet",
      description = "With the first contact: how they felt then, and what they asked.")
  public WalkThroughView getWalkThrough(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer) {
    return reading.of(customers.idOf(customer));
  }
}
