package io.familiarface.jobs.assignment;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.visit.ReschedulingVisit;
import io.familiarface.rest.Ref;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}/move-impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class MoveImpactResource {
  private final ReschedulingVisit rescheduling;
  private final AssessingMove assessing;

  MoveImpactResource(ReschedulingVisit rescheduling, AssessingMove assessing) {
    this.rescheduling = rescheduling;
    this.assessing = assessing;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "See what moving a visit to another time would cost",
      description =
          "Who would come, the risk before and after, and the promises that would break. Nothing"
              + " changes; what can't be moved so is refused as POST …/reschedule would refuse it.")
  @APIResponseSchema(value = MoveImpact.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "technician-absent, double-booked, outside-hours and the like")
  @APIResponse(responseCode = "422", description = "The agreement or the technician starts later")
  public MoveImpact assessMove(
      @Parameter(example = "ext:V0007-NEXT") @PathParam("id") Ref id,
      @Parameter(
              description = "When it would be.",
              example = "{today+21}T11:00:00Z",
              required = true)
          @NotNull @QueryParam("scheduledAt")
          Instant scheduledAt,
      @Parameter(description = "Why it may be outside of working hours, as in …/reschedule.")
          @Size(min = 1, max = 500) @QueryParam("override")
          String override,
      @Parameter(description = "true: on that day, at no time that anybody has said.")
          @QueryParam("anyTime")
          @DefaultValue("false")
          boolean anyTime) {
    var wanted = new ReschedulingVisit.Move(scheduledAt, anyTime, null, override);
    // Between the transactions, for feedback-service is waited for.
    return assessing.assess(assessing.prepare(rescheduling.propose(id, wanted)));
  }
}
