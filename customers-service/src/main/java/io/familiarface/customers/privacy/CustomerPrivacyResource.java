package io.familiarface.customers.privacy;

import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Tag(
    name = "Privacy",
    description = "All that we hold of a person, and that a person is forgotten by all services.")
class CustomerPrivacyResource {
  private static final String ZIP = "application/zip";

  private final ExportingCustomer exporting;
  private final ErasingCustomer erasing;

  CustomerPrivacyResource(ExportingCustomer exporting, ErasingCustomer erasing) {
    this.exporting = exporting;
    this.erasing = erasing;
  }

  @GET
  @Path("/{id}/export")
  @Produces(ZIP)
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Export all that the three services hold of a customer",
      description =
          """
          A ZIP for the right of access: `customers.json`, `jobs.json` and `feedback.json` as it is \
          stored, the photo, handouts and letters. `contents.json` says whether all of it is there: \
          a service that does not answer is not waited for.\
          """)
  @APIResponse(
      responseCode = "200",
      description = "The ZIP.",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response exportCustomer(@PathParam("id") @Parameter(example = "ext:C0001") Ref customer)
      throws IOException {
    var export = exporting.export(customer);
    return Response.ok(export.zip(), ZIP)
        .header(
            "Content-Disposition",
            "attachment; filename=\"customer-" + export.customerId() + ".zip\"")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMIN)
  @Operation(
      summary = "Erase a person",
      description =
          """
          Here at once; in the other services as soon as they have heard of it. Visits and money \
          stay there without a name. It cannot be undone; asked for again by the same id it is the \
          same erasure. Without `If-Match` it is done whatever the version.\
          """)
  @APIResponseSchema(
      value = ErasureView.class,
      responseCode = "202",
      responseDescription = "Begun; Location tells how far it is.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  public Response eraseCustomer(
      @PathParam("id") @Parameter(example = "ext:C0300") Ref customer,
      @HeaderParam("If-Match") String ifMatch,
      @QueryParam("reason")
          @Size(max = 1000) @Parameter(
              description = "Why; kept with the erasure, so without a word about the person.",
              example = "asked for it")
          String reason,
      @QueryParam("externalId")
          @Size(max = 100) @Parameter(description = "The number of the request in another system.")
          String externalId) {
    ErasureView erasure = erasing.erase(customer, ifMatch, new NewErasure(reason, externalId));
    return Response.accepted(erasure).location(URI.create("/v1/erasures/" + erasure.id())).build();
  }
}
