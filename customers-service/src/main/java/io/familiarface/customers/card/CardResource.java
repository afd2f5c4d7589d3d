package io.familiarface.customers.card;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.visit.VisibleCustomers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Card", description = "What anyone must know before contact, most important first.")
class CardResource {

  private final VisibleCustomers visible;
  private final ReadingCard reading;
  private final Caller caller;
  private final AuditTrail audit;

  CardResource(VisibleCustomers visible, ReadingCard reading, Caller caller, AuditTrail audit) {
    this.visible = visible;
    this.reading = reading;
    this.caller = caller;
    this.audit = audit;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.TECHNICIAN, Role.SERVICE})
  // All of it on one connection: many who hold one and wait for another wait for each other.
  @Transactional
  @Operation(
      summary = "What anyone must know before contact",
      description =
          "Readable while the other services are down: freshness says how far each part can be"
              + " relied on. A technician sees the cards of the customers of own visits, from"
              + " yesterday to a week ahead.")
  public Card readCard(@PathParam("id") @Parameter(example = "ext:C0001") Ref customer) {
    UUID customerId = visible.requireVisible(customer);
    if (!caller.is(Role.SERVICE)) {
      audit.read(customerId, "card");
    }
    return reading.of(customerId).orElseThrow(() -> Customers.unknown(customer));
  }
}
