package io.familiarface.feedback.report;

import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.familiarface.risk.engine.Band;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/risks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
class RiskListResource {
  private final ListingRisks listing;

  RiskListResource(ListingRisks listing) {
    this.listing = listing;
  }

  @GET
  @Operation(
      operationId = "listRisks",
      summary = "List who is likely to leave, most likely first",
      description =
          "The newest assessment of every customer to whom something has happened and who has"
              + " neither cancelled nor lapsed. With asOf, their risk at a past instant, in the"
              + " order of customers; a page may then hold fewer than limit and still have a"
              + " nextCursor.")
  @APIResponse(responseCode = "200", description = "A page of risks")
  public Page<RiskLine> list(
      @Parameter(description = "Only this band.") @QueryParam("band") Band band,
      @Parameter(description = "Only those who are flagged, or only those who are not.")
          @QueryParam("flagged")
          Boolean flagged,
      @Parameter(description = "Only customers of this branch.", example = "north")
          @QueryParam("branch")
          String branch,
      @Parameter(description = "Only from this probability up, 0 to 1.", example = "0.2")
          @DecimalMin("0") @DecimalMax("1") @QueryParam("minProbability")
          Double minProbability,
      @Parameter(description = "probability (highest first) if left out.") @QueryParam("sort")
          Sort sort,
      @Parameter(
              description =
                  "Any past instant, or a date for the start of that day where the company is; the"
                      + " newest assessments if left out.")
          @QueryParam("asOf")
          Instant asOf,
      @BeanParam PageRequest page) {
    RiskFilter filter = new RiskFilter(band, flagged, branch, minProbability);
    if (asOf == null) {
      return sort == Sort.customer
          ? listing.byCustomer(filter, page)
          : listing.highestFirst(filter, page);
    }
    if (sort == Sort.probability) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?sort", "With asOf the order is that of customers: leave sort out.");
    }
    return listing.at(asOf, filter, page);
  }

  /** The orders that can be asked for. */
  @Schema(name = "RiskOrder")
  enum Sort {
    probability,
    customer
  }
}
