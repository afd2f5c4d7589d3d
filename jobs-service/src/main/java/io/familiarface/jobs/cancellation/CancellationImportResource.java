package io.familiarface.jobs.cancellation;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.limit.BodyLimit;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cancellations")
@Tag(name = "Agreements")
class CancellationImportResource {
  private final CancellingAgreement cancelling;
  private final Cancellations cancellations;
  private final Agreements agreements;
  private final CompanyCalendar calendar;
  private final BulkImport bulkImport;

  CancellationImportResource(
      CancellingAgreement cancelling,
      Cancellations cancellations,
      Agreements agreements,
      CompanyCalendar calendar,
      BulkImport bulkImport) {
    this.cancelling = cancelling;
    this.cancellations = cancellations;
    this.agreements = agreements;
    this.calendar = calendar;
    this.bulkImport = bulkImport;
  }

  @POST
  @Path("/import")
  @BodyLimit(bytes = BodyLimit.UNLIMITED)
  @Consumes({"application/x-ndjson", "text/csv"})
  @Produces("application/x-ndjson")
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(summary = "Import cancellations, one a line, keyed by agreement; may be run again")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                {"agreementExternalId":"A0009","cancelledAt":"{today-2}T16:00:00Z","reason":"MOVED","words":"We are moving to my daughter's."}"""),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example =
                """
                agreementExternalId,cancelledAt,reason,words
                A0009,{today-2}T16:00:00Z,MOVED,We are moving to my daughter's.""")
      })
  @APIResponse(
      responseCode = "200",
      description =
          "One line for each line of the body: what became of it, or why it was rejected.",
      content =
          @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
  public Response importCancellations(
      InputStream lines,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "true: say what would happen, and change nothing.")
          boolean dryRun) {
    return bulkImport.run(
        lines,
        contentType,
        dryRun,
        new CancellationLines(cancelling, cancellations, agreements, calendar));
  }
}
