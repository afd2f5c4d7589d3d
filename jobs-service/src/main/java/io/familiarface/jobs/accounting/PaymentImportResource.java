package io.familiarface.jobs.accounting;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.bulk.BulkImport;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.limit.StreamedBody;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** As every import, but for whoever keeps the books. */
@Path("/v1/accounting/payments/import")
@Tag(name = "Accounting")
@ImportExample(
    value =
        """
        {"document":"INV-{year-25}-000003","amount":{"amount":"5.00","currency":"USD"},"paidOn":"{today-2}","reference":"BANK-0003"}
        """,
    note = "A payment's external id is its reference. It counts once, and is never changed.")
class PaymentImportResource implements StreamedBody {
  private final BulkImport imports;
  private final ImportingPayments importing;

  PaymentImportResource(BulkImport imports, ImportingPayments importing) {
    this.imports = imports;
    this.importing = importing;
  }

  @POST
  @Consumes({BulkImport.NDJSON, BulkImport.CSV})
  @Produces(BulkImport.NDJSON)
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  public Response importPayments(
      InputStream lines,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "true: say what would happen, and change nothing.")
          boolean dryRun) {
    return imports.run(lines, contentType, dryRun, importing);
  }
}
