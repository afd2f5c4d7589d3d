package io.familiarface.jobs.history;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.send.Services;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.limit.StreamedBody;
import io.familiarface.rest.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/history/import")
@Tag(name = "History", description = "A company's own list of visits, brought in as it is.")
class HistoryImportResource implements StreamedBody {
  static final URI REJECTED_LINES = URI.create("/v1/history/import/rejected");

  private static final URI HERE = URI.create("/v1/history/import");
  private static final String BEARER = "Bearer ";

  private final ImportingHistory importing;
  private final HistoryImports imports;
  private final StoredRejectedLines rejected;
  private final CustomersAtRiskLookup atRisk;
  private final HistorySettings settings;
  private final Caller caller;
  private final Clock clock;
  private final ZoneId zone;
  private final URI customers;
  private final URI jobs;

  HistoryImportResource(
      ImportingHistory importing,
      HistoryImports imports,
      StoredRejectedLines rejected,
      CustomersAtRiskLookup atRisk,
      HistorySettings settings,
      Caller caller,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone,
      @ConfigProperty(name = "familiar.url.customers") URI customers,
      @ConfigProperty(name = "familiar.url.jobs") URI jobs) {
    this.importing = importing;
    this.imports = imports;
    this.rejected = rejected;
    this.atRisk = atRisk;
    this.settings = settings;
    this.caller = caller;
    this.clock = clock;
    this.zone = zone;
    this.customers = customers;
    this.jobs = jobs;
  }

  @POST
  @Consumes({"text/csv", MediaType.MULTIPART_FORM_DATA})
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Bring in a list of visits, one a line; may be run again",
      description =
          "What './familiar import' does: makes customers, technicians, agreements, visits and"
              + " cancellations of a spreadsheet saved as CSV. Answers with the report if that"
              + " takes seconds only; otherwise with 202, and GET says how far it is. One at a"
              + " time. As multipart/form-data the list of clients of the same system can go along,"
              + " which fills in telephone, e-mail and address.")
  @APIResponse(
      responseCode = "200",
      description = "It is over",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HistoryImportView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It runs: see Location",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HistoryImportView.class)))
  @APIResponse(responseCode = "409", description = "Another import runs")
  @APIResponse(responseCode = "422", description = "A file can't be read")
  public Response importHistory(
      @RequestBody(
              content = {
                @Content(
                    mediaType = "text/csv",
                    schema = @Schema(type = SchemaType.STRING),
                    example =
                        "date,customer,technician\n"
                            + "2025-03-03,Ann Lee,Ben Ortiz\n"
                            + "2025-04-07,Ann Lee,Ben Ortiz\n"
                            + "2025-05-05,Ann Lee,Cara Lund\n"),
                @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema =
                        @Schema(
                            type = SchemaType.OBJECT,
                            requiredProperties = "visits",
                            properties = {
                              @SchemaProperty(
                                  name = "visits",
                                  type = SchemaType.STRING,
                                  format = "binary",
                                  description = "The list of visits, as CSV."),
                              @SchemaProperty(
                                  name = "clients",
                                  type = SchemaType.STRING,
                                  format = "binary",
                                  description =
                                      "The list of clients, as CSV; at most 100,000 of them.")
                            }))
              })
          InputStream body,
      @BeanParam @Valid HistoryImportParameters parameters,
      @Context HttpHeaders headers) {
    HistoryOptions options = options(parameters);
    UploadedHistory uploaded =
        UploadedHistory.store(body, headers.getMediaType(), settings.largest().asLongValue());
    UUID id;
    try {
      id =
          imports
              .begin(caller.name(), parameters.dryRun)
              .orElseThrow(HistoryImportResource::running);
    } catch (RuntimeException e) {
      discard(uploaded);
      throw e;
    }
    var services = new Services(customers, jobs, bearerOf(headers)::toString);
    var work =
        new ImportingHistory.Work(
            id, uploaded, uploaded.with(options), parameters.dryRun, services);
    return answer(importing.begin(work));
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "See how far the import of a history is, or how the last one went",
      description =
          "The state is NONE where there has been none. Once everything is in, it says how many"
              + " flags stand and who is most likely to leave, as far as feedback-service has heard"
              + " of it: look again a little later.")
  public HistoryImportView getHistoryImport() {
    return last();
  }

  private HistoryImportView last() {
    HistoryImportView last = imports.last();
    return last.hasBeenImported() ? last.with(atRisk.now()) : last;
  }

  @GET
  @Path("rejected")
  @Produces("text/csv")
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Read all lines of the last import that stayed out, as CSV",
      description =
          "With the line of the list, the column, what stands in it, and why it stayed out: for a"
              + " spreadsheet. Only the header where everything came in; at most some 50 MB.")
  @APIResponse(
      responseCode = "200",
      description = "One line for each line that stayed out",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public StreamingOutput getRejectedLines() {
    return rejected::write;
  }

  private HistoryOptions options(HistoryImportParameters parameters) {
    try {
      return parameters.options(zone, clock);
    } catch (UnreadableHistory e) {
      throw JobsProblem.HISTORY_NOT_READABLE.because(e.getMessage());
    }
  }

  private Response answer(CompletableFuture<Void> end) {
    try {
      end.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Response.accepted(imports.last()).location(HERE).build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while an import was awaited", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("An import ended otherwise than it should", e);
    }
    HistoryImportView view = last();
    if (view.state() == HistoryState.REFUSED) {
      throw JobsProblem.HISTORY_NOT_READABLE.because(view.words());
    }
    return Response.ok(view).build();
  }

  private static RuntimeException running() {
    return JobsProblem.HISTORY_IMPORT_RUNNING.because(
        "A history is being brought in. GET %s says how far it is; send yours when it is over."
            .formatted(HERE));
  }

  /** The services are asked in the name of whoever sent the file, so that the audit says who. */
  private static String bearerOf(HttpHeaders headers) {
    return headers.getHeaderString(HttpHeaders.AUTHORIZATION).substring(BEARER.length());
  }

  private static void discard(UploadedHistory file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
