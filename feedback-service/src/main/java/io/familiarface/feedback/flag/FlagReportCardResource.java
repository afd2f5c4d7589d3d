package io.familiarface.feedback.flag;

import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/flags/report-card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Flags")
@RolesAllowed({Role.ADMIN, Role.MANAGER})
class FlagReportCardResource {
  private final GradingFlags grading;

  FlagReportCardResource(GradingFlags grading) {
    this.grading = grading;
  }

  @GET
  @Operation(
      operationId = "gradeFlags",
      summary = "Read every flag graded by what happened afterwards",
      description =
          "By rule: how many customers left (precision), how long before the flag stood (lead"
              + " time), and what was done. Precision is of flags raised at least 180 days ago:"
              + " that somebody left is known at once, that they stayed only later. WITHDRAWN flags"
              + " do not count: there was never a reason for them.")
  @APIResponse(responseCode = "200", description = "The report card")
  @APIResponse(responseCode = "400", description = "since lies in the future, or is no instant")
  public FlagReportCard grade(
      @Parameter(
              description = "Flags raised from then on; of the last 365 days if left out.",
              example = "{today-365}T00:00:00Z")
          @QueryParam("since")
          Instant since) {
    return grading.since(since);
  }
}
