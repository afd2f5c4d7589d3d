package io.familiarface.jobs.visit;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.TECHNICIAN;

import io.familiarface.jobs.agreement.Terms;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}/checklist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class ChecklistResource {

  @Schema(
      name = "VisitChecklist",
      example =
          """
          {"checklist": [{"text": "Bait stations refilled", "done": true},
           {"text": "Cellar inspected", "done": false}]}\
          """)
  record VisitChecklist(
      @Schema(description = "The whole list.") @NotNull @Size(max = Terms.LONGEST_CHECKLIST) List<@Valid @NotNull ChecklistItem> checklist) {}

  private final TickingChecklist ticking;

  ChecklistResource(TickingChecklist ticking) {
    this.ticking = ticking;
  }

  @PUT
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Tick what is done at a visit",
      description =
          "The whole list, as it is to be. A technician ticks what is on it; the office may also put"
              + " other things on it. A visit may be completed with some left undone; what is left"
              + " behind says so then, until they are ticked.")
  @APIResponseSchema(value = VisitView.class, responseCode = "200")
  public Response setChecklist(
      @Parameter(example = "ext:V0003-DUE") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull VisitChecklist request) {
    VisitView view = ticking.set(id, ifMatch, request.checklist());
    return ETags.ok(view, view.tag());
  }
}
