package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.limit.BodyLimit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions to the books; nothing is changed by them. */
@Path("/v1/accounting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class ReportResource {
  private final DocumentStream stream;
  private final OutgoingDocuments documents;
  private final ExportSettings settings;

  ReportResource(DocumentStream stream, OutgoingDocuments documents, ExportSettings settings) {
    this.stream = stream;
    this.documents = documents;
    this.settings = settings;
  }

  @POST
  @Path("/preflight")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Ask what the next export would stumble over",
      description =
          "Numbers that are taken, customers whom accounting would take for one, programs and taxes"
              + " that have no account or code there, remedies that are credited nowhere yet.")
  @APIResponseSchema(value = PreflightView.class, responseCode = "200")
  public Response checkExport(@Valid NewPreflight request) {
    List<String> taken = request == null ? List.of() : request.numbersTaken();
    Preflight preflight = new Preflight(settings, taken);
    preflight.lookAt(documents.waitingRemedies(Preflight.REMEDIES_SHOWN + 1));
    return Response.ok(preflight.of(stream.of(documents.waiting()))).build();
  }

  @POST
  @Path("/reconciliation")
  @Idempotent
  @Consumes("text/csv")
  @BodyLimit(bytes = 4L << 20)
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Compare what we sent with what accounting holds",
      description =
          "Takes its list of documents as CSV with a header, at most 4 MiB: number and total, and currency,"
              + " customer and issuedOn if it has them; headers of QuickBooks and Xero will do."
              + " Says of each document what differs and what to do.")
  @APIResponseSchema(value = ReconciliationView.class, responseCode = "200")
  public Response reconcile(
      @RequestBody(
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = SchemaType.STRING),
                      example =
                          "number,total,currency,issuedOn\n"
                              + "INV-{year-25}-000001,89.00,USD,{today-30}\n"))
          String csv,
      @QueryParam("from") @Parameter(description = "Only of what was issued on this day or later.")
          LocalDate from,
      @QueryParam("to") @Parameter(description = "Only of what was issued on this day or before.")
          LocalDate to) {
    Reconciliation reconciliation = new Reconciliation(TheirDocument.read(csv == null ? "" : csv));
    return Response.ok(reconciliation.with(stream.of(documents.sent(from, to)))).build();
  }
}
