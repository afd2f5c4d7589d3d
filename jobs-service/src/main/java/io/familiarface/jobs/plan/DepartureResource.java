package io.familiarface.jobs.plan;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/{id}/departure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Technicians")
class DepartureResource {

  @Schema(
      name = "Departure",
      example =
          """
          {"lastDayOn": "{today+40}"}\
          """)
  record Departure(
      @Schema(examples = "2027-01-31") @NotNull LocalDate lastDayOn,
      @Schema(description = "The key by which the plan can be read as well.")
          @Size(min = 1, max = 100) String externalId) {}

  private final Plans plans;
  private final AskingForPlan asking;

  DepartureResource(Plans plans, AskingForPlan asking) {
    this.plans = plans;
    this.asking = asking;
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Record that a technician leaves, and ask for a plan for the whole book",
      description =
          "The plan has a successor for each customer: known to them, similar, employed already;"
              + " and a visit before the last day at which both can be, where one fits.")
  @APIResponseSchema(value = PlanView.class, responseCode = "202")
  @APIResponse(responseCode = "422", description = "The last day lies before the first")
  public Response recordDeparture(
      @Parameter(example = "ext:T0014") @PathParam("id") Ref id,
      @Valid @NotNull Departure departure) {
    UUID plan = asking.leaves(id, departure.lastDayOn(), departure.externalId());
    return Response.accepted(plans.view(Ref.of(plan)))
        .location(URI.create("/v1/plans/" + plan))
        .build();
  }
}
