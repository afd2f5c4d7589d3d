package io.familiarface.customers.trait;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/traits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traits", description = "What is particular about a customer, as somebody heard it.")
class TraitResource {

  private static final String PATCH_EXAMPLE =
      """
      {"pinned": true}""";

  private final Customers customers;
  private final Traits traits;
  private final ChangingTraits changing;

  TraitResource(Customers customers, Traits traits, ChangingTraits changing) {
    this.customers = customers;
    this.traits = traits;
    this.changing = changing;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(
      summary = "List what is particular about a customer",
      description = "Pinned ones first, then the newest.")
  public Page<TraitView> listTraits(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @BeanParam PageRequest page) {
    return traits.page(customers.idOf(customer), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.TECHNICIAN})
  @Operation(
      summary = "Write down what is particular about a customer",
      description = "A technician may do so for the customers of own visits.")
  @APIResponseSchema(
      value = TraitView.class,
      responseCode = "201",
      responseDescription = "Written down.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  public Response addTrait(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @NotNull @Valid NewTrait details) {
    Trait trait = changing.add(customer, details);
    URI location = URI.create("/v1/customers/" + trait.customerId + "/traits/" + trait.id);
    return ETags.created(location, TraitView.of(trait), trait.id, trait.version);
  }

  @GET
  @Path("/{traitId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a trait")
  @APIResponseSchema(
      value = TraitView.class,
      responseCode = "200",
      responseDescription = "The trait; ETag names the version.")
  public Response getTrait(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @PathParam("traitId") @Parameter(example = "ext:TR0001") Ref ref) {
    Trait trait = traits.get(customers.idOf(customer), ref);
    return ETags.ok(TraitView.of(trait), trait.id, trait.version);
  }

  @PATCH
  @Path("/{traitId}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Change a trait", description = "A JSON Merge Patch.")
  @RequestBody(
      content =
          @Content(schema = @Schema(implementation = NewTrait.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(
      value = TraitView.class,
      responseCode = "200",
      responseDescription = "The trait as it is now.")
  public Response changeTrait(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("traitId") @Parameter(example = "ext:TR0003") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch,
      @NotNull JsonNode patch) {
    Trait trait = changing.change(customer, ref, ifMatch, patch);
    return ETags.ok(TraitView.of(trait), trait.id, trait.version);
  }

  @DELETE
  @Path("/{traitId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Strike out a trait", description = "The audit trail keeps what it said.")
  @APIResponse(responseCode = "204", description = "Struck out.")
  public Response deleteTrait(
      @PathParam("id") @Parameter(example = "ext:C0004") Ref customer,
      @PathParam("traitId") @Parameter(example = "ext:TR0004") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch) {
    changing.remove(customer, ref, ifMatch);
    return Response.noContent().build();
  }
}
