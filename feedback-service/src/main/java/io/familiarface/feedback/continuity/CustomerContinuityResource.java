package io.familiarface.feedback.continuity;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/continuity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Continuity", description = "How many different technicians a customer has to meet.")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
class CustomerContinuityResource {
  private final Customers customers;
  private final ReadingContinuity reading;

  CustomerContinuityResource(Customers customers, ReadingContinuity reading) {
    this.customers = customers;
    this.reading = reading;
  }

  @GET
  @Operation(
      operationId = "getContinuity",
      summary = "Read how many faces a customer has seen",
      description =
          "The number of different technicians who came within the window, with the standard"
              + " measures of continuity beside it, and who they were.")
  @APIResponse(responseCode = "200", description = "The customer's continuity")
  @APIResponse(responseCode = "400", description = "The window is no period")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public CustomerContinuityView get(
      @Parameter(example = "ext:C0001") @PathParam("id") Ref ref,
      @Parameter(
              description = "How far back, ISO 8601: P12M unless given, at most P10Y.",
              example = Window.USUAL)
          @QueryParam("window")
          String window) {
    Window asked = Window.of(window);
    return reading.of(customers.require(ref).id(), asked);
  }
}
