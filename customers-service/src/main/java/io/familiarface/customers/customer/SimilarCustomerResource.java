package io.familiarface.customers.customer;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class SimilarCustomerResource {

  private final Customers customers;
  private final SimilarCustomers similar;
  private final MergingCustomers merging;

  SimilarCustomerResource(Customers customers, SimilarCustomers similar, MergingCustomers merging) {
    this.customers = customers;
    this.similar = similar;
    this.merging = merging;
  }

  @GET
  @Path("/similar")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(
      summary = "List who may be the same customer",
      description = "With the reasons, most alike first; all on one page.")
  public Page<SimilarCustomer> listSimilarCustomers(
      @PathParam("id") @Parameter(example = "ext:C0009") Ref ref) {
    return new Page<>(similar.to(customers.idOf(ref)), null);
  }

  @POST
  @Path("/merge")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Merge another customer into this one",
      description =
          "All that is the other's becomes this one's, in all services; the other's id answers 308"
              + " to this one. What differs is kept as a person or a place of this one, and the"
              + " audit trail names all that was moved.")
  @APIResponseSchema(
      value = CustomerView.class,
      responseCode = "200",
      responseDescription = "Merged: the customer as it is now.")
  @APIResponse(responseCode = "409", description = "same-customer, already-merged")
  @APIResponse(responseCode = "422", description = "unknown-customer")
  public Response mergeCustomers(
      @PathParam("id") @Parameter(example = "ext:C0009") Ref ref,
      @NotNull @Valid NewMerge details) {
    Customer customer = merging.merge(ref, details);
    return ETags.ok(CustomerView.of(customer), customer.id, customer.version);
  }
}
