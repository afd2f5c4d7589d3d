package io.familiarface.jobs.technician;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.SERVICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.ExternalIds;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Technicians", description = "Who goes to customers, and when they are away.")
class TechnicianResource {
  private static final String PATCH_EXAMPLE =
      """
      {"skills": ["rodents", "termites", "wildlife"]}\
      """;

  private final Technicians technicians;
  private final HiringTechnician hiring;
  private final MergePatch mergePatch;

  TechnicianResource(Technicians technicians, HiringTechnician hiring, MergePatch mergePatch) {
    this.technicians = technicians;
    this.hiring = hiring;
    this.mergePatch = mergePatch;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR, SERVICE})
  @Operation(summary = "List technicians by name")
  public Page<TechnicianView> listTechnicians(
      @Parameter(description = ExternalIds.DESCRIPTION, example = "[\"T0001\"]")
          @QueryParam("externalId")
          List<String> externalId,
      @Parameter(example = "valley") @QueryParam("branch") String branch,
      @Parameter(description = "Only those who work here on this day.") @QueryParam("employedOn")
          LocalDate employedOn,
      @BeanParam PageRequest page) {
    return technicians.page(ExternalIds.of(externalId), branch, employedOn, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(summary = "Hire a technician")
  @APIResponseSchema(value = TechnicianView.class, responseCode = "201")
  public Response hireTechnician(@Valid @NotNull NewTechnician details) {
    Technician technician = hiring.hire(details);
    return ETags.created(
        URI.create("/v1/technicians/" + technician.id),
        TechnicianView.of(technician),
        technician.id,
        technician.version);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR, SERVICE})
  @Operation(summary = "Read a technician")
  @APIResponseSchema(value = TechnicianView.class, responseCode = "200")
  public Response getTechnician(@Parameter(example = "ext:T0001") @PathParam("id") Ref id) {
    Technician technician = technicians.get(id);
    return ETags.ok(TechnicianView.of(technician), technician.id, technician.version);
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Change a technician",
      description =
          "JSON Merge Patch. Set leftOn, the last day, when somebody leaves: the Link with rel=plan"
              + " then leads to a plan for their customers, which is being made.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = NewTechnician.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(value = TechnicianView.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "It contradicts what is there")
  public Response changeTechnician(
      @Parameter(example = "ext:T0005") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull JsonNode patch) {
    HiringTechnician.Changed changed =
        hiring.change(id, ifMatch, details -> mergePatch.apply(details, patch));
    Technician technician = changed.technician();
    Response ok = ETags.ok(TechnicianView.of(technician), technician.id, technician.version);
    return changed.departure() == null
        ? ok
        : Response.fromResponse(ok)
            .link(URI.create("/v1/plans/" + changed.departure()), "plan")
            .build();
  }
}
