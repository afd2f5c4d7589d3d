package io.familiarface.customers.customer;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.limit.BodyLimit;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/import")
@Tag(name = "Customers")
class CustomersImportResource {

  private final BulkImport bulk;
  private final Customers customers;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  CustomersImportResource(
      BulkImport bulk,
      Customers customers,
      Clock clock,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.bulk = bulk;
    this.customers = customers;
    this.clock = clock;
    this.audit = audit;
    this.changed = changed;
  }

  @POST
  @Consumes({"application/x-ndjson", "text/csv"})
  @Produces("application/x-ndjson")
  @BodyLimit(bytes = BodyLimit.UNLIMITED)
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Import customers from another system",
      description =
          "One customer a line, found again by externalId; may be run again. A bad line does not"
              + " stop the others.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                {"externalId":"C9001","kind":"HOUSEHOLD","name":"Ada Miller","branch":"north"}"""),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                externalId,kind,name,branch,address.line1,address.city
                C9001,HOUSEHOLD,Ada Miller,north,3 Elm Street,Burlington""")
      })
  @APIResponse(
      responseCode = "200",
      description =
          "One line for each line of the body: what became of it, or why it was rejected.",
      content =
          @Content(
              mediaType = "application/x-ndjson",
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  {"line":1,"externalId":"C9001","status":"CREATED","id":"01978c5e-0000-7000-8000-000000000000"}"""))
  public Response importCustomers(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "true: say what would happen, and change nothing.")
          boolean dryRun) {
    return bulk.run(
        body, contentType, dryRun, new ImportingCustomers(customers, clock, audit, changed));
  }
}
