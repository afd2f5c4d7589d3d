package io.familiarface.feedback.customer;

import io.familiarface.rest.Ref;
import io.familiarface.rest.privacy.ErasureReceipt;
import io.familiarface.rest.privacy.HeldRecords;
import io.familiarface.rest.privacy.PersonalData;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What this service holds of a person, and that it is gone.")
class PersonalDataResource {
  private final Customers customers;
  private final PersonalData data;

  PersonalDataResource(Customers customers, PersonalData data) {
    this.customers = customers;
    this.data = data;
  }

  @GET
  @Path("/export")
  @RolesAllowed({Role.ADMIN, Role.SERVICE})
  @Operation(
      summary = "Export all that this service holds of a customer",
      description = PersonalData.EXPORT)
  @APIResponseSchema(
      value = HeldRecords.class,
      responseCode = "200",
      responseDescription = "The rows about the customer, by table.")
  public Response exportCustomer(@PathParam("id") @Parameter(example = "ext:C0001") Ref customer)
      throws IOException {
    return data.export(customers.require(customer).id());
  }

  @GET
  @Path("/erasure")
  @RolesAllowed({Role.ADMIN, Role.SERVICE})
  @Operation(
      summary = "Read whether this service has forgotten a customer",
      description = PersonalData.ERASURE)
  public ErasureReceipt getErasure(
      @PathParam("id") @Parameter(example = "00000000-0000-7000-8000-000000000000") Ref customer) {
    return data.erasure(customer);
  }
}
