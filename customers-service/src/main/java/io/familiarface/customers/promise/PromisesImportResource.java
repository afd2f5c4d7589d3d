package io.familiarface.customers.promise;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.TechnicianLookup;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.limit.BodyLimit;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/v1/promises/import")
@Tag(name = "Promises")
class PromisesImportResource {

  private final BulkImport bulk;
  private final Customers customers;
  private final Promises promises;
  private final TechnicianLookup technicians;
  private final Decisions decisions;
  private final Clock clock;

  PromisesImportResource(
      BulkImport bulk,
      Customers customers,
      Promises promises,
      TechnicianLookup technicians,
      Decisions decisions,
      Clock clock) {
    this.bulk = bulk;
    this.customers = customers;
    this.promises = promises;
    this.technicians = technicians;
    this.decisions = decisions;
    this.clock = clock;
  }

  @POST
  @Consumes({"application/x-ndjson", "text/csv"})
  @Produces("application/x-ndjson")
  @BodyLimit(bytes = BodyLimit.UNLIMITED)
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Import promises from another system",
      description =
          "One promise a line, found again by externalId; may be run again. A bad line does not"
              + " stop the others. The customers must be there already.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                {"externalId":"P9001","customerExternalId":"C0001","kind":"CALL_AHEAD","text":"We ring half an hour before we come.","madeBy":"Office","madeAt":"2025-01-06T09:00:00Z"}"""),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                externalId,customerExternalId,kind,text,madeBy,madeAt
                P9001,C0001,CALL_AHEAD,We ring half an hour before we come.,Office,2025-01-06T09:00:00Z""")
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
                  {"line":1,"externalId":"P9001","status":"CREATED","id":"01978c5e-0000-7000-8000-000000000000"}"""))
  public Response importPromises(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "true: say what would happen, and change nothing.")
          boolean dryRun) {
    return bulk.run(
        body,
        contentType,
        dryRun,
        new ImportingPromises(customers, promises, technicians, decisions, clock));
  }
}
