package io.familiarface.customers.interaction;

import io.familiarface.customers.customer.Customers;
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

@Path("/v1/customers/{id}/interactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Interactions", description = "Talks with a customer, and how they felt.")
class InteractionResource {

  private final Customers customers;
  private final Interactions interactions;
  private final RecordingInteraction recording;

  InteractionResource(
      Customers customers, Interactions interactions, RecordingInteraction recording) {
    this.customers = customers;
    this.interactions = interactions;
    this.recording = recording;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "List the talks with a customer", description = "Newest first.")
  public Page<InteractionView> listInteractions(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @BeanParam PageRequest page) {
    return interactions.page(customers.idOf(customer), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Record a talk with a customer")
  @APIResponseSchema(
      value = InteractionView.class,
      responseCode = "201",
      responseDescription = "Recorded.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  public Response recordInteraction(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @NotNull @Valid NewInteraction details) {
    Interaction talk = recording.record(customer, details);
    URI location = URI.create("/v1/customers/" + talk.customerId + "/interactions/" + talk.id);
    return ETags.created(location, InteractionView.of(talk), talk.id, talk.version);
  }

  @GET
  @Path("/{interactionId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a talk with a customer")
  @APIResponseSchema(
      value = InteractionView.class,
      responseCode = "200",
      responseDescription = "The talk; ETag names the version.")
  public Response getInteraction(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("interactionId") @Parameter(example = "ext:I0003") Ref ref) {
    Interaction talk = interactions.get(customers.idOf(customer), ref);
    return ETags.ok(InteractionView.of(talk), talk.id, talk.version);
  }
}
