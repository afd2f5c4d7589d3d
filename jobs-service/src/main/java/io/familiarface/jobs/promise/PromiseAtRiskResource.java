package io.familiarface.jobs.promise;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.TimeLimit;
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

@Path("/v1/promises/at-risk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class PromiseAtRiskResource {
  private final PromisesAtRisk promises;

  PromiseAtRiskResource(PromisesAtRisk promises) {
    this.promises = promises;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "List the promises that the present plan would break, soonest first",
      description =
          "Standing promises that one technician comes, each with the first visit to which somebody"
              + " else is to come, or to which whoever is to come can't. By what customers-service"
              + " has told so far; in the next 30 days unless said otherwise, a year at most.")
  public Page<PromiseAtRisk> listPromisesAtRisk(
      @Parameter(description = "An instant, or a day: then until its end.") @QueryParam("until")
          TimeLimit until,
      @BeanParam PageRequest page) {
    return promises.page(until, page);
  }
}
