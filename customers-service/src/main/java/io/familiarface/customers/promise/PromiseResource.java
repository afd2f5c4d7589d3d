package io.familiarface.customers.promise;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.TechnicianLookedUp;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/promises")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Promises",
    description =
        "What was promised to a customer. Visits decide a promise of the same technician by"
            + " themselves.")
class PromiseResource {

  private final Customers customers;
  private final Promises promises;
  private final MakingPromise making;
  private final DecidingByHand deciding;
  private final PromiseHistory history;

  PromiseResource(
      Customers customers,
      Promises promises,
      MakingPromise making,
      DecidingByHand deciding,
      PromiseHistory history) {
    this.customers = customers;
    this.promises = promises;
    this.making = making;
    this.deciding = deciding;
    this.history = history;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "List the promises made to a customer", description = "Newest first.")
  public Page<PromiseView> listPromises(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @BeanParam PageRequest page) {
    return promises.page(customers.idOf(customer), page);
  }

  @POST
  @TechnicianLookedUp
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Write down a promise made to a customer")
  @APIResponseSchema(
      value = PromiseView.class,
      responseCode = "201",
      responseDescription = "Written down. One made in the past may have been broken since.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  @APIResponse(responseCode = "422", description = "unknown-technician")
  @APIResponse(responseCode = "503", description = "jobs-service-unreachable")
  public Response makePromise(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @NotNull @Valid NewPromise details) {
    Promise promise = making.make(customer, details);
    URI location = URI.create("/v1/customers/" + promise.customerId + "/promises/" + promise.id);
    return ETags.created(location, PromiseView.of(promise), promise.id, promise.version);
  }

  @GET
  @Path("/{promiseId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a promise")
  @APIResponseSchema(
      value = PromiseView.class,
      responseCode = "200",
      responseDescription = "The promise; ETag names the version.")
  public Response getPromise(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @PathParam("promiseId") @Parameter(example = "ext:P0001") Ref ref) {
    Promise promise = promises.get(customers.idOf(customer), ref);
    return ETags.ok(PromiseView.of(promise), promise.id, promise.version);
  }

  @GET
  @Path("/{promiseId}/history")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(
      summary = "List every change of a promise",
      description = "Oldest first. Nothing about a promise changes without standing here.")
  public Page<PromiseChange> listPromiseChanges(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @PathParam("promiseId") @Parameter(example = "ext:P0001") Ref ref,
      @BeanParam PageRequest page) {
    return history.page(promises.get(customers.idOf(customer), ref).id, page);
  }

  @POST
  @Path("/{promiseId}/decision")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Say what became of a promise",
      description =
          "Kept, broken or released, with the reason. A promise of the same technician is broken"
              + " by the visit that breaks it, not here.")
  @APIResponseSchema(
      value = PromiseView.class,
      responseCode = "201",
      responseDescription = "Decided: the promise as it is now.")
  @APIResponse(responseCode = "409", description = "already-decided")
  @APIResponse(responseCode = "422", description = "decided-by-visits")
  public Response decidePromise(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("promiseId")
          @Parameter(
              description = "One that stands: in the demo, a call before each visit.",
              example = "ext:P0004")
          Ref ref,
      @NotNull @Valid NewDecision details) {
    Promise promise = deciding.decide(customer, ref, details);
    URI location = URI.create("/v1/customers/" + promise.customerId + "/promises/" + promise.id);
    return ETags.created(location, PromiseView.of(promise), promise.id, promise.version);
  }
}
