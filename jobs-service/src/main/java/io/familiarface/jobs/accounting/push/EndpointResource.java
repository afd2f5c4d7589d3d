package io.familiarface.jobs.accounting.push;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;

import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class EndpointResource {
  private final Endpoints endpoints;
  private final AddingEndpoint adding;
  private final Deliveries deliveries;

  EndpointResource(Endpoints endpoints, AddingEndpoint adding, Deliveries deliveries) {
    this.endpoints = endpoints;
    this.adding = adding;
    this.deliveries = deliveries;
  }

  @GET
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(summary = "List where documents are pushed to")
  public Page<EndpointView> listEndpoints(@BeanParam PageRequest page) {
    return endpoints.page(page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN})
  @Operation(
      summary = "Have documents pushed to an address",
      description =
          "By Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature, with the"
              + " secret that is shown here and never again. Each document is pushed until the"
              + " receiver answers 2xx, ten times in three days; with the same webhook-id, so that"
              + " it is booked once.")
  @APIResponseSchema(
      value = EndpointView.class,
      responseCode = "201",
      responseDescription = "Added, with its secret")
  @APIResponse(responseCode = "422", description = "target-not-allowed")
  public Response addEndpoint(@Valid @NotNull NewEndpoint request) {
    return withSecret(adding.add(request));
  }

  private static Response withSecret(Endpoints.Row endpoint) {
    return ETags.created(
        URI.create("/v1/accounting/endpoints/" + endpoint.id()),
        endpoint.withSecret(),
        endpoint.id(),
        endpoint.version());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(summary = "Read where documents are pushed to")
  @APIResponseSchema(value = EndpointView.class, responseCode = "200")
  public Response getEndpoint(@Parameter(example = Endpoints.LAST) @PathParam("id") String id) {
    Endpoints.Row endpoint = endpoints.get(id);
    return ETags.shown(endpoint.view(), endpoint.id(), endpoint.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({ADMIN})
  @Operation(
      summary = "Push no more to an address",
      description = "What waits for it is dropped, with its log of attempts.")
  @APIResponse(responseCode = "204", description = "Removed")
  public Response removeEndpoint(
      @Parameter(example = Endpoints.LAST) @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    adding.remove(id, ifMatch);
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/rotation")
  @Idempotent
  @RolesAllowed({ADMIN})
  @Operation(
      summary = "Give an endpoint a new secret",
      description =
          "For a day messages are signed with both, so that the receiver can change over. One that"
              + " was disabled is tried again.")
  @APIResponseSchema(
      value = EndpointView.class,
      responseCode = "201",
      responseDescription = "The endpoint, with its new secret")
  public Response rotateSecret(@Parameter(example = Endpoints.LAST) @PathParam("id") String id) {
    return withSecret(adding.rotate(id));
  }

  @GET
  @Path("/{id}/deliveries")
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "List what was and is to be pushed to an endpoint",
      description = "The newest first, each with every attempt.")
  public Page<DeliveryView> listDeliveriesOfEndpoint(
      @Parameter(example = Endpoints.LAST) @PathParam("id") String id,
      @QueryParam("state") DeliveryState state,
      @BeanParam PageRequest page) {
    return deliveries.page(endpoints.get(id).id(), state, page);
  }
}
