package io.familiarface.jobs.plan;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Plans",
    description = "What to do with visits, and steps of projects, whose technician won't come.")
class PlanResource {
  private static final String NAMED =
      "The id of the plan, or ext: and the external id of the absence.";

  @Schema(
      name = "PlanChoice",
      example =
          """
          {}\
          """)
  record PlanChoice(
      @Schema(
              description =
                  "These visits alone; null among them stands for all items that are no visits, as"
                      + " their visitId does. If both are left out, all on which nobody has"
                      + " decided.")
          @Size(min = 1, max = 2000) List<UUID> visitIds,
      @Schema(description = "These items alone, by their ids: visits, steps and agreements.")
          @Size(min = 1, max = 2000) List<@NotNull UUID> itemIds) {

    /** Null for all. */
    ChosenItems wanted() {
      return visitIds == null && itemIds == null ? null : ChosenItems.of(visitIds, itemIds);
    }
  }

  private final Plans plans;
  private final DecidingPlan deciding;
  private final RenewingPlan renewing;

  PlanResource(Plans plans, DecidingPlan deciding, RenewingPlan renewing) {
    this.plans = plans;
    this.deciding = deciding;
    this.renewing = renewing;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "List plans, newest first",
      description = "The plans for absences and departures, and how far each is.")
  public Page<PlanSummary> listPlans(@BeanParam PlanFilter filter, @BeanParam PageRequest page) {
    return plans.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Read a plan, and how far it is",
      description =
          "The most dangerous visits come first; steps of projects, and agreements paused without"
              + " an end, after them. While it is SOLVING, ask again. It is STALE once a"
              + " visit, step or agreement on which nobody has decided has changed otherwise.")
  public PlanView getPlan(
      @Parameter(description = NAMED, example = "ext:AB0003") @PathParam("id") Ref id) {
    return plans.view(id);
  }

  @POST
  @Path("/{id}/acceptance")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Do as a plan proposes, as a whole or for some visits",
      description =
          "Sends whom it proposes and moves what it moves; the notices to the customers are made"
              + " with that. When what it is about has changed meanwhile, nothing is done. It stays PROPOSED"
              + " while there are items on which nobody has decided, visits or not.")
  @APIResponseSchema(value = PlanView.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "Somebody proposed can't be sent any more")
  @APIResponse(responseCode = "409", description = "plan-stale, plan-not-ready, plan-decided")
  public Response acceptPlan(
      @Parameter(description = NAMED, example = "ext:AB0003") @PathParam("id") Ref id,
      @Valid @NotNull PlanChoice choice) {
    return Response.ok(deciding.accept(id, choice.wanted())).build();
  }

  @POST
  @Path("/{id}/refusal")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Refuse what a plan proposes, as a whole or for some visits",
      description = "The visits stay as they are.")
  @APIResponseSchema(value = PlanView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "plan-stale, plan-not-ready, plan-decided")
  public Response refusePlan(
      @Parameter(description = NAMED, example = "ext:AB0004") @PathParam("id") Ref id,
      @Valid @NotNull PlanChoice choice) {
    return Response.ok(deciding.refuse(id, choice.wanted())).build();
  }

  @POST
  @Path("/{id}/renewal")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Have a plan made anew, by the visits as they are now",
      description =
          "For one that is STALE, or was made while the risks could not be asked for. What was"
              + " carried out of it stays, and what was refused as long as its visit is as it was;"
              + " all else is proposed again. Ask for the plan until it is PROPOSED.")
  @APIResponseSchema(value = PlanView.class, responseCode = "202")
  @APIResponse(
      responseCode = "409",
      description =
          "plan-not-ready, plan-decided, or plan-stale: nobody is away or leaves any more")
  public Response renewPlan(
      @Parameter(description = NAMED, example = "ext:AB0005") @PathParam("id") Ref id) {
    PlanView renewed = renewing.renew(id);
    return Response.accepted(renewed)
        .location(URI.create("/v1/plans/" + renewed.plan().id()))
        .build();
  }
}
