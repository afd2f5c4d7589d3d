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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(summary = "Import cancellations, one a line, keyed by agreement; may be run again")
  public Response importCancellations(
      @RequestBody InputStream lines,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    return bulkImport.run(
        lines,
        contentType,
        dryRun,
        new CancellationLines(cancelling, cancellations, agreements, calendar));
  }
}
