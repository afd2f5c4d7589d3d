package io.familiarface.jobs.project;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.SERVICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.patch.MergePatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Projects",
    description = "Jobs of several steps, which a customer is walked through before they begin.")
class ProjectResource {
  private static final String PATCH_EXAMPLE =
      """
      {"whatToExpect": "It smells of mortar for two days.",
       "customerToldAt": "{today-1}T15:00:00Z"}\
      """;

  @Schema(
      name = "WalkThrough",
      example =
          """
          {"with": "Ines Moreau and family"}\
          """)
  record NewWalkThrough(
      @Schema(description = "Who was walked through it.") @NotBlank @Size(max = 200) String with,
      @Schema(description = "The numbers of the steps; all if left out.") @Size(min = 1, max = 200) List<@NotNull Integer> steps,
      @Schema(description = "When it was; now if not given.") Instant at) {}

  private final Projects projects;
  private final ProjectSteps steps;
  private final PlanningProject planning;
  private final ChangingStep changing;
  private final MergePatch mergePatch;

  ProjectResource(
      Projects projects,
      ProjectSteps steps,
      PlanningProject planning,
      ChangingStep changing,
      MergePatch mergePatch) {
    this.projects = projects;
    this.steps = steps;
    this.planning = planning;
    this.changing = changing;
    this.mergePatch = mergePatch;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR, SERVICE})
  @Operation(summary = "List projects, newest first")
  public Page<ProjectSummary> listProjects(
      @Parameter(example = "PJ0001") @QueryParam("externalId") String externalId,
      @Parameter(description = "An id, or ext: and an external id.") @QueryParam("customerId")
          Ref customerId,
      @BeanParam PageRequest page) {
    return projects.page(externalId, customerId, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Begin a project")
  @APIResponseSchema(value = ProjectView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  @APIResponse(responseCode = "422", description = "unknown-customer")
  @APIResponse(responseCode = "503", description = "customers-unreachable")
  public Response createProject(@Valid @NotNull NewProject details) {
    return created(planning.create(details));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR, SERVICE})
  @Operation(summary = "Read a project with its steps")
  @APIResponseSchema(value = ProjectView.class, responseCode = "200")
  public Response getProject(@Parameter(example = "ext:PJ0001") @PathParam("id") Ref id) {
    ProjectView view = planning.view(id);
    return ETags.ok(view, ETags.covering(view.id(), planning.version(view.id()), view));
  }

  @POST
  @Path("/{id}/steps")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Add a step to a project",
      description =
          "Steps are numbered in the order in which they are added. Whoever has a visit on one of its"
              + " days is shown as double-booked on the board.")
  @APIResponseSchema(value = StepView.class, responseCode = "201")
  @APIResponse(responseCode = "422", description = "It contradicts itself or the other steps")
  public Response addStep(
      @Parameter(example = "ext:PJ0001") @PathParam("id") Ref id, @Valid @NotNull NewStep details) {
    PlanningProject.Added added = planning.add(id, details);
    return ETags.created(
        URI.create("/v1/projects/" + added.project().id + "/steps/" + added.step().number),
        StepView.of(added.step()),
        added.step().id,
        added.step().version);
  }

  @GET
  @Path("/{id}/steps/{n}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read a step")
  @APIResponseSchema(value = StepView.class, responseCode = "200")
  public Response getStep(
      @Parameter(example = "ext:PJ0001") @PathParam("id") Ref id,
      @Parameter(example = "2") @PathParam("n") int n) {
    ProjectStep step = steps.get(projects.get(id), n);
    return ETags.ok(StepView.of(step), step.id, step.version);
  }

  @PATCH
  @Path("/{id}/steps/{n}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Move a step, or send somebody else",
      description =
          "JSON Merge Patch of the fields of StepDetails. After the walk-through, a change of the"
              + " time or the person without customerToldAt is a surprise: it is counted, told on"
              + " the feed, and telling the customer is due. Back as the customer knows it before"
              + " anybody has told them, it is none.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = StepDetails.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(value = StepView.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "It contradicts itself or the other steps")
  public Response changeStep(
      @Parameter(example = "ext:PJ0001") @PathParam("id") Ref id,
      @Parameter(example = "2") @PathParam("n") int n,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull JsonNode patch) {
    ChangingStep.Changed changed =
        changing.change(id, n, ifMatch, details -> mergePatch.apply(details, patch));
    ProjectStep step = changed.step();
    return ETags.ok(StepView.of(step, changed.surprise()), step.id, step.version);
  }

  @POST
  @Path("/{id}/walk-through")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Record that the customer was walked through the steps",
      description = "What moves from then on without the customer having been told is a surprise.")
  @APIResponseSchema(value = ProjectView.class, responseCode = "201")
  @APIResponse(responseCode = "422", description = "There is no such step, or none at all")
  public Response walkThrough(
      @Parameter(example = "ext:PJ0001") @PathParam("id") Ref id,
      @Valid @NotNull NewWalkThrough walk) {
    return created(planning.walkThrough(id, walk.with(), walk.steps(), walk.at()));
  }

  private Response created(ProjectView view) {
    return ETags.created(
        URI.create("/v1/projects/" + view.id()),
        view,
        ETags.covering(view.id(), planning.version(view.id()), view));
  }
}
