package io.familiarface.customers.card;

import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Card", description = "What anyone must know before contact, most important first.")
class CardResource {

  private final ReadingCard reading;

  CardResource(ReadingCard reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.TECHNICIAN, Role.SERVICE})
  @Operation(
      summary = "What anyone must know before contact",
      description =
          "Readable while the other services are down: freshness says how far each part can be"
              + " relied on. A technician sees the cards of the customers of own visits, from"
              + " yesterday to a week ahead.")
  public Card readCard(@PathParam("id") @Parameter(example = "ext:C0001") Ref customer) {
    return reading.of(customer);
  }
}
