package io.familiarface.customers.site;

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

@Path("/v1/customers/{id}/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites", description = "Several places under one customer.")
class SiteResource {

  private static final String PATCH_EXAMPLE =
      """
      {"note": "Ring at the front."}""";

  private final Customers customers;
  private final Sites sites;
  private final ChangingSites changing;

  SiteResource(Customers customers, Sites sites, ChangingSites changing) {
    this.customers = customers;
    this.sites = sites;
    this.changing = changing;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(
      summary = "List the sites of a customer",
      description = "In the order in which they were added.")
  public Page<SiteView> listSites(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @BeanParam PageRequest page) {
    return sites.page(customers.idOf(customer), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Add a site to a customer")
  @APIResponseSchema(value = SiteView.class, responseCode = "201", responseDescription = "Added.")
  @APIResponse(responseCode = "409", description = "external-id-taken, too-many")
  public Response addSite(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @NotNull @Valid NewSite details) {
    Site site = changing.add(customer, details);
    URI location = URI.create("/v1/customers/" + site.customerId + "/sites/" + site.id);
    return ETags.created(location, SiteView.of(site), site.id, site.version);
  }

  @GET
  @Path("/{siteId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a site")
  @APIResponseSchema(
      value = SiteView.class,
      responseCode = "200",
      responseDescription = "The site; ETag names the version.")
  public Response getSite(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("siteId") @Parameter(example = "ext:SI0001") Ref ref) {
    Site site = sites.get(customers.idOf(customer), ref);
    return ETags.ok(SiteView.of(site), site.id, site.version);
  }

  @PATCH
  @Path("/{siteId}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Change a site", description = "A JSON Merge Patch.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = NewSite.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(
      value = SiteView.class,
      responseCode = "200",
      responseDescription = "The site as it is now.")
  public Response changeSite(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("siteId") @Parameter(example = "ext:SI0003") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch,
      @NotNull JsonNode patch) {
    Site site = changing.change(customer, ref, ifMatch, patch);
    return ETags.ok(SiteView.of(site), site.id, site.version);
  }

  @DELETE
  @Path("/{siteId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Strike out a site", description = "The audit trail keeps what it said.")
  @APIResponse(responseCode = "204", description = "Struck out.")
  public Response deleteSite(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("siteId") @Parameter(example = "ext:SI0004") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch) {
    changing.remove(customer, ref, ifMatch);
    return Response.noContent().build();
  }
}
