package io.familiarface.feedback.insight;

import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/insights")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(
    name = "Insights",
    description =
        "What can be learned from what happened. Accept: text/html answers a page with plots.")
@RolesAllowed({Role.ADMIN, Role.MANAGER})
class InsightResource {
  private static final String NO_TIME = "The time makes no sense";

  private final ReadingInsights reading;

  InsightResource(ReadingInsights reading) {
    this.reading = reading;
  }

  @GET
  @Path("/causes")
  @Operation(
      operationId = "getCausesInsight",
      summary = "Where complaints come from, as far as it stands out from chance",
      description =
          "By technician, branch, hour, weekday, new or known technician, and"
              + " whether somebody else came than planned: jobs, complaints, what"
              + " was to be expected, corrected for how many were looked at, with"
              + " the trend by month.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = CausesView.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = NO_TIME)
  public Response causes(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    CausesView view = reading.causes(period);
    return answer(view, () -> CausesPage.of(view, reading.words()), headers);
  }

  @GET
  @Path("/recovery")
  @Operation(
      operationId = "getRecoveryInsight",
      summary = "What came of complaints, by how they were mended",
      description =
          "Outcomes by remedy and severity: satisfied, come back, gone within"
              + " 180 days, days to recover.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = RecoveryView.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = NO_TIME)
  public Response recovery(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    RecoveryView view = reading.recovery(period);
    return answer(view, () -> RecoveryPage.of(view, reading.words()), headers);
  }

  @GET
  @Path("/leaving")
  @Operation(
      operationId = "getLeavingInsight",
      summary = "Why customers leave",
      description =
          "By what they said, and by what had happened to them within 180"
              + " days beside those who are here.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LeavingView.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = NO_TIME)
  public Response leaving(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    LeavingView view = reading.leaving(period);
    return answer(view, () -> LeavingPage.of(view, reading.words()), headers);
  }

  @GET
  @Path("/training")
  @Operation(
      operationId = "getTrainingInsight",
      summary = "What technicians learned beside what customers say of them",
      description =
          "The marks before and after each training, beside those of all"
              + " others in the same days.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = TrainingInsight.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = NO_TIME)
  public Response training(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    TrainingInsight view = reading.training(period);
    return answer(view, () -> TrainingInsightPage.of(view, reading.words()), headers);
  }

  @GET
  @Path("/perception")
  @Operation(
      operationId = "getPerceptionInsight",
      summary = "How we see our work beside how customers see it",
      description =
          "On time, as planned, by a technician known to the customer: beside"
              + " the marks that customers gave.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PerceptionView.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "400", description = NO_TIME)
  public Response perception(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    PerceptionView view = reading.perception(period);
    return answer(view, () -> PerceptionPage.of(view, reading.words()), headers);
  }

  private static Response answer(Object view, Supplier<PlotPage> page, HttpHeaders headers) {
    return PlotPage.isAskedFor(headers)
        ? page.get().response()
        : Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
