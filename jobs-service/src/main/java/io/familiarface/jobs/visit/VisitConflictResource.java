package io.familiarface.jobs.visit;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.TimeLimit;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class VisitConflictResource {
  private final VisitConflicts conflicts;

  VisitConflictResource(VisitConflicts conflicts) {
    this.conflicts = conflicts;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "List the visits that a rule speaks against, soonest first",
      description =
          "Whoever assigns or moves a visit is refused what breaks a rule. What an agreement's rule"
              + " plans, what a hand-over that passes to the next visit brings, and what an absence or"
              + " other hours make of visits is not refused: it is work, and stands here until"
              + " somebody else is sent or the visit is moved. Outside of working hours, or without a"
              + " licence, it is decided as well once somebody has said in override why they go all"
              + " the same. In the next 30 days unless said otherwise, a year at most.")
  public Page<VisitConflict> listVisitConflicts(
      @Parameter(description = "An instant, or a day: then until its end.") @QueryParam("until")
          TimeLimit until,
      @Parameter(description = "Who is to come: an id, or ext: and an external id.")
          @QueryParam("technicianId")
          Ref technicianId,
      @BeanParam PageRequest page) {
    return conflicts.page(until, technicianId, page);
  }
}
