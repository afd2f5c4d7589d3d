package io.familiarface.customers.care;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class CustomerWithCareResource {
  private final ReadingCustomer reading;

  CustomerWithCareResource(ReadingCustomer reading) {
    this.reading = reading;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.ACCOUNTING, Role.SERVICE})
  @Operation(
      summary = "Read a customer",
      description = "With how much care they need, and why. Accounting sees name and address only.")
  @APIResponseSchema(
      value = CustomerWithCare.class,
      responseCode = "200",
      responseDescription = "The customer; ETag names the version.")
  public Response getCustomer(@PathParam("id") @Parameter(example = "ext:C0001") Ref ref) {
    var seen = reading.read(ref);
    return ETags.ok(seen.customer(), seen.tag());
  }
}
