package io.familiarface.feedback.continuity;

import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/insights/continuity")
@Tag(name = "Insights")
@RolesAllowed({Role.ADMIN, Role.MANAGER})
class ContinuityInsightResource {
  private static final String BRANCH = "branch";

  private final ComparingContinuity comparing;
  private final Words words;

  ContinuityInsightResource(ComparingContinuity comparing, Words words) {
    this.comparing = comparing;
    this.words = words;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      operationId = "getContinuityInsight",
      summary = "Read how many faces customers see, by branch, beside the company's own past",
      description = "Accept: text/html answers a page with plots that prints.")
  @APIResponseSchema(
      value = ContinuityInsight.class,
      responseCode = "200",
      responseDescription = "The averages")
  @APIResponse(responseCode = "400", description = "It can't be told by that, or no period")
  public Response get(
      @Parameter(description = "branch, which it is if left out.", example = BRANCH)
          @QueryParam("by")
          String by,
      @Parameter(
              description = "How far back, ISO 8601: P12M unless given, at most P10Y.",
              example = Window.USUAL)
          @QueryParam("window")
          String window,
      @Context HttpHeaders headers) {
    if (by != null && !by.equals(BRANCH)) {
      throw CommonProblem.INVALID_REQUEST.at("?by", "by is 'branch', or left out.");
    }
    ContinuityInsight insight = comparing.byBranch(Window.of(window));
    return PlotPage.orJson(headers, insight, () -> ContinuityPage.of(insight, words.zone()));
  }
}
