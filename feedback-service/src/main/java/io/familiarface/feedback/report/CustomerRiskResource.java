package io.familiarface.feedback.report;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/risk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk", description = "How likely a customer is to leave, and why.")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
class CustomerRiskResource {
  private final Customers customers;
  private final ReadingRisk reading;
  private final ReadingRiskHistory history;

  CustomerRiskResource(Customers customers, ReadingRisk reading, ReadingRiskHistory history) {
    this.customers = customers;
    this.reading = reading;
    this.history = history;
  }

  @GET
  @Operation(
      operationId = "getRisk",
      summary = "Read how likely a customer is to leave, with reasons and advice",
      description =
          "By what had happened, never by who is planned next. Of a customer to whom nothing has"
              + " happened yet, what is generally to be expected.")
  @APIResponse(responseCode = "200", description = "The customer's risk")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public RiskView get(
      @Parameter(example = "ext:C0001") @PathParam("id") Ref ref,
      @Parameter(
              description =
                  "Any past instant, or a date for the start of that day where the company is; now"
                      + " if left out.")
          @QueryParam("asOf")
          Instant asOf,
      @Parameter(
              description =
                  "How many days ahead, 1 to 730; the company's own horizon (90 unless configured"
                      + " otherwise) if left out.",
              example = "90")
          @Min(1) @Max(730) @QueryParam("horizonDays")
          Integer horizonDays) {
    UUID customer = customers.require(ref).id();
    return asOf == null
        ? reading.now(customer, horizonDays)
        : reading.at(customer, asOf, horizonDays);
  }

  @GET
  @Path("/history")
  @Operation(
      operationId = "getRiskHistory",
      summary = "List a customer's risk over time: a point for each thing that happened",
      description = "Oldest first.")
  @APIResponse(responseCode = "200", description = "A page of points")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Page<RiskPoint> history(
      @Parameter(example = "ext:C0001") @PathParam("id") Ref ref, @BeanParam PageRequest page) {
    return history.points(customers.require(ref).id(), page);
  }
}
