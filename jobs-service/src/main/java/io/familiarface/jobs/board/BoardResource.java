package io.familiarface.jobs.board;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.CompanyCalendar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Board", description = "Who goes where, day by day.")
class BoardResource {
  private static final int MOST_DAYS = 31;

  private final Boards boards;
  private final CompanyCalendar calendar;

  BoardResource(Boards boards, CompanyCalendar calendar) {
    this.boards = boards;
    this.calendar = calendar;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "See the visits of some days by technician",
      description =
          "With the risk of each customer, the promises made to them, and the changes that nobody"
              + " has told them of. The same as a page: /board/")
  public BoardView getBoard(
      @Parameter(description = "The first day; today if not given.") @QueryParam("from")
          LocalDate from,
      @Parameter(description = "How many days, 1 to 31.")
          @Min(1) @Max(MOST_DAYS) @QueryParam("days")
          @DefaultValue("7")
          int days,
      @Parameter(
              description = "Of the technicians, or of the customer where nobody is assigned.",
              example = "north")
          @Size(min = 1, max = 100) @QueryParam("branch")
          String branch) {
    return boards.of(from == null ? calendar.today() : from, days, branch);
  }
}
