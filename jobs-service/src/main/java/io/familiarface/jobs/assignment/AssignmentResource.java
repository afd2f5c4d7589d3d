package io.familiarface.jobs.assignment;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.visit.VisitView;
import io.familiarface.jobs.visit.VisitViews;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class AssignmentResource {
  private final AssigningTechnician assigning;
  private final AssessingImpact assessing;
  private final VisitViews views;

  AssignmentResource(AssigningTechnician assigning, AssessingImpact assessing, VisitViews views) {
    this.assigning = assigning;
    this.assessing = assessing;
    this.views = views;
  }

  @PUT
  @Path("/assignment")
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Send somebody else, or see what that would cost",
      description =
          "The answer carries the impact: the risk before and after, the promises that would break,"
              + " and alternatives. With dryRun=true nothing changes. A change FOR_GOOD makes the"
              + " new technician the usual one for the visits after. Nobody is sent to two visits"
              + " at once: that is a 409 which names the other one.")
  @APIResponseSchema(value = AssignmentView.class, responseCode = "200")
  @APIResponse(
      responseCode = "422",
      description = "Somebody who can't be sent, or who is to come already")
  public Response assignTechnician(
      @Parameter(example = "ext:V0007-NEXT") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Parameter(description = "true: say what would happen, and change nothing.")
          @QueryParam("dryRun")
          @DefaultValue("false")
          boolean dryRun,
      @Valid @NotNull AssignmentRequest request) {
    ProposedAssignment proposed = assigning.propose(id, ifMatch, request);
    // Between the transactions, for feedback-service is waited for.
    Impact impact = assessing.assess(assessing.prepare(proposed));
    VisitView view =
        dryRun ? views.of(proposed.visit().id()) : assigning.assign(id, ifMatch, request);
    return ETags.ok(new AssignmentView(view, impact), view.tag());
  }
}
