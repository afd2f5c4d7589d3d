package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;
import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.accounting.DocumentSelection;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting")
@Tag(name = "Accounting")
class ExportResource {
  private static final String HOW =
      "A list of documents (JSON), one line for each line of a document (CSV), the import files of"
          + " QuickBooks Online and Xero, UBL by EN 16931, or a journal of hledger. Where the"
          + " documents don't fit one file (QuickBooks takes 100, Xero 500), and of UBL, a ZIP of"
          + " files.";

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final Exports exports;
  private final ExportingDocuments exporting;
  private final OutgoingDocuments documents;
  private final DocumentStream stream;
  private final DocumentFormats formats;

  ExportResource(
      Exports exports,
      ExportingDocuments exporting,
      OutgoingDocuments documents,
      DocumentStream stream,
      DocumentFormats formats) {
    this.exports = exports;
    this.exporting = exporting;
    this.documents = documents;
    this.stream = stream;
    this.formats = formats;
  }

  @GET
  @Path("/exports")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(summary = "List the receipts of exports", description = "The last one first.")
  public Page<ExportView> listExports(@BeanParam PageRequest page) {
    return exports.page(page);
  }

  @POST
  @Path("/exports")
  @Idempotent
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "Send documents to accounting",
      description =
          "Makes a receipt of all that has not gone out yet, at most 5,000 documents. They become"
              + " EXPORTED; the content of the receipt can be read again and again, until and after"
              + " it is confirmed.")
  @APIResponseSchema(value = ExportView.class, responseCode = "201")
  @APIResponse(responseCode = "422", description = "unknown-export")
  public Response exportDocuments(@Valid @NotNull NewExport request) {
    return at(exporting.export(request));
  }

  private static Response at(ExportView export) {
    return Response.created(URI.create("/v1/accounting/exports/" + export.id()))
        .entity(export)
        .build();
  }

  @GET
  @Path("/exports/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(summary = "Read the receipt of an export")
  public ExportView getExport(@Parameter(example = "LAST") @PathParam("id") String id) {
    return exports.get(id).view();
  }

  @GET
  @Path("/exports/{id}/content")
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "Read the documents of an export",
      description =
          HOW
              + " The same documents each time; if Accept asks for another format, in that one. LAST"
              + " is the last export.")
  @APIResponse(
      responseCode = "200",
      description = "The documents, in the format of the export",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/zip",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response getExportContent(
      @Parameter(example = "LAST") @PathParam("id") String id, @Context HttpHeaders headers) {
    Exports.Row export = exports.get(id);
    return content(
        ExportFormat.accepted(headers.getAcceptableMediaTypes(), export.format()),
        export.documents(),
        Exports.documentsIn(export.id()),
        "export-" + export.id());
  }

  @POST
  @Path("/exports/{id}/confirmation")
  @Idempotent
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "Say what accounting took of an export",
      description =
          "Once. What it refused becomes REJECTED, with its words, and goes along with the next"
              + " export; what is named in neither list stays EXPORTED.")
  @APIResponseSchema(value = ExportView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "already-confirmed")
  @APIResponse(responseCode = "422", description = "not-in-the-export, contradiction")
  public Response confirmExport(
      @Parameter(example = "LAST") @PathParam("id") String id,
      @Valid @NotNull NewConfirmation answer) {
    return at(exporting.confirm(id, answer));
  }

  @GET
  @Path("/export")
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Read all documents of some days, without a receipt",
      description = HOW + " Nothing is changed by it. Held documents are in it, too.")
  @APIResponse(
      responseCode = "200",
      description = "The documents, in the order of their issue",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/zip",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response streamDocuments(
      @QueryParam("from")
          @Parameter(description = "Issued on this day or later.", example = "{today-60}")
          LocalDate from,
      @QueryParam("to") @Parameter(description = "Issued on this day or before.") LocalDate to,
      @QueryParam("format")
          @Parameter(
              description = "JSON if left out, unless Accept asks for something else.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        "JSON",
                        "CSV",
                        "QUICKBOOKS_CSV",
                        "XERO_CSV",
                        "UBL",
                        "HLEDGER",
                        "json",
                        "csv",
                        "quickbooks-csv",
                        "xero-csv",
                        "ubl",
                        "hledger"
                      }))
          String format,
      @Context HttpHeaders headers) {
    LocalDate first = from == null || from.isBefore(FIRST) ? FIRST : from;
    LocalDate last = to == null || to.isAfter(LAST) ? LAST : to;
    if (last.isBefore(first)) {
      throw INVALID_REQUEST.at("?to", "The last day is before the first.");
    }
    ExportFormat chosen =
        format == null
            ? ExportFormat.accepted(headers.getAcceptableMediaTypes(), ExportFormat.JSON)
            : ExportFormat.named(format);
    DocumentSelection issued = documents.issued(first, last);
    return content(chosen, documents.count(issued), issued, "documents");
  }

  private Response content(
      ExportFormat format, long count, DocumentSelection selection, String name) {
    StreamingOutput body =
        out -> {
          if (format == ExportFormat.CSV) {
            CsvLines.write(documents, selection, out);
          } else {
            formats.write(format, count, stream.of(selection), out);
          }
        };
    String file = name + "." + (format.fitsOneFile(count) ? format.extension() : "zip");
    return Response.ok(body, format.mediaTypeOf(count))
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .build();
  }
}
