package io.familiarface.jobs.visit;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.SERVICE;
import static io.familiarface.rest.security.Role.TECHNICIAN;

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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits", description = "Who comes to whom and when, and what became of it.")
class VisitResource {
  private static final String PATCH_EXAMPLE =
      """
      {"onTime": false}""";

  private final VisitViews views;
  private final VisitAccess access;
  private final PlanningVisit planning;
  private final CorrectingVisit correcting;
  private final MergePatch mergePatch;
  private final VisitResponses responses;

  VisitResource(
      VisitViews views,
      VisitAccess access,
      PlanningVisit planning,
      CorrectingVisit correcting,
      MergePatch mergePatch,
      VisitResponses responses) {
    this.views = views;
    this.access = access;
    this.planning = planning;
    this.correcting = correcting;
    this.mergePatch = mergePatch;
    this.responses = responses;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN, SERVICE})
  @Operation(
      summary = "List visits by time",
      description = "A technician sees own visits from yesterday to a week ahead.")
  public Page<VisitView> listVisits(@BeanParam VisitFilter filter, @BeanParam PageRequest page) {
    return views.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Plan a single visit",
      description =
          "The visits of an agreement plan themselves. This is for one beside them, or for a past one"
              + " to be written down; a past one takes the place the rule had for it. Nobody"
              + " is to be at two visits at once: that is a 409 which names the other one. So is a"
              + " time at which whoever comes doesn't work, or has lost a licence, unless override"
              + " says why.")
  @APIResponseSchema(value = VisitView.class, responseCode = "201")
  public Response planVisit(@Valid @NotNull NewVisit request) {
    return responses.created(planning.plan(request));
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN, SERVICE})
  @Operation(summary = "Read a visit")
  @APIResponseSchema(value = VisitView.class, responseCode = "200")
  public Response getVisit(@Parameter(example = "ext:V0001-001") @PathParam("id") Ref id) {
    VisitView view = views.of(access.getToRead(id).id);
    return ETags.ok(view, view.tag());
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Correct what was recorded of a visit",
      description =
          "JSON Merge Patch of the fields of VisitPatch; before the visit is completed, of"
              + " windowMinutes and arrivedAt alone. Another window than was said is to be told,"
              + " unless customerToldAt says that it has been, or askedBy that the customer wanted"
              + " it. The feed tells it again with a higher"
              + " revision, and what others concluded from it follows.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = VisitPatch.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(value = VisitView.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "It contradicts what is there")
  public Response correctVisit(
      @Parameter(example = "ext:V0003-001") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull JsonNode patch) {
    Visit visit =
        correcting.correct(
            id,
            ifMatch,
            patch.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet()),
            correction -> mergePatch.apply(correction, patch));
    VisitView view = views.of(visit.id);
    return ETags.ok(view, view.tag());
  }
}
