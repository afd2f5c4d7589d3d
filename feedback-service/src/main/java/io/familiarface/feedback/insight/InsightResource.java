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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/insights")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(
    name = "Insights",
    description =
        "What can be learned from what happened. Accept: text/html answers a page with plots.")
@RolesAllowed({Role.ADMIN, Role.MANAGER})
@APIResponse(responseCode = "400", description = "The time makes no sense")
class InsightResource {
  private final ReadingInsights reading;

  InsightResource(ReadingInsights reading) {
    this.reading = reading;
  }

  @GET
  @Path("/causes")
  @Operation(
      operationId = "getCausesInsight",
      summary = "See where complaints come from, as far as it stands out from chance",
      description =
          "By technician, branch, program, step, supplier, hour, weekday, new or known technician,"
              + " whether somebody else came than planned, and by branch and step together: jobs,"
              + " complaints, what"
              + " was to be expected, corrected for how many were looked at, with"
              + " the trend by month.")
  @APIResponseSchema(
      value = CausesView.class,
      responseCode = "200",
      responseDescription = "What was found")
  @APIResponse(
      responseCode = "503",
      description = "What has come in is still being counted; how many days of how many are")
  public Response causes(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    CausesView view = reading.causes(period);
    return PlotPage.orJson(headers, view, () -> CausesPage.of(view, reading.words()));
  }

  @GET
  @Path("/recovery")
  @Operation(
      operationId = "getRecoveryInsight",
      summary = "See what came of complaints, by how they were mended",
      description =
          "Outcomes by remedy and severity: satisfied, come back, gone within"
              + " 180 days, days to recover.")
  @APIResponseSchema(
      value = RecoveryView.class,
      responseCode = "200",
      responseDescription = "What was found")
  public Response recovery(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    RecoveryView view = reading.recovery(period);
    return PlotPage.orJson(headers, view, () -> RecoveryPage.of(view, reading.words()));
  }

  @GET
  @Path("/leaving")
  @Operation(
      operationId = "getLeavingInsight",
      summary = "See why customers leave",
      description =
          "By what they said, and by what had happened to them within 180"
              + " days beside those who are here.")
  @APIResponseSchema(
      value = LeavingView.class,
      responseCode = "200",
      responseDescription = "What was found")
  public Response leaving(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    LeavingView view = reading.leaving(period);
    return PlotPage.orJson(headers, view, () -> LeavingPage.of(view, reading.words()));
  }

  @GET
  @Path("/training")
  @Operation(
      operationId = "getTrainingInsight",
      summary = "See what technicians learned beside what customers say of them",
      description =
          "The marks before and after each training, beside those of all"
              + " others in the same days.")
  @APIResponseSchema(
      value = TrainingInsight.class,
      responseCode = "200",
      responseDescription = "What was found")
  @APIResponse(
      responseCode = "503",
      description = "What has come in is still being counted; how many days of how many are")
  public Response training(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    TrainingInsight view = reading.training(period);
    return PlotPage.orJson(headers, view, () -> TrainingInsightPage.of(view, reading.words()));
  }

  @GET
  @Path("/perception")
  @Operation(
      operationId = "getPerceptionInsight",
      summary = "See how we see our work beside how customers see it",
      description =
          "On time, as planned, by somebody qualified and known to the customer:"
              + " beside the marks that customers gave, of visits and of steps of"
              + " projects.")
  @APIResponseSchema(
      value = PerceptionView.class,
      responseCode = "200",
      responseDescription = "What was found")
  @APIResponse(
      responseCode = "503",
      description = "What has come in is still being counted; how many days of how many are")
  public Response perception(@BeanParam InsightPeriod period, @Context HttpHeaders headers) {
    PerceptionView view = reading.perception(period);
    return PlotPage.orJson(headers, view, () -> PerceptionPage.of(view, reading.words()));
  }
}
