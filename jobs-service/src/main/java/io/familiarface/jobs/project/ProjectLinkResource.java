package io.familiarface.jobs.project;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/projects/{id}/link")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class ProjectLinkResource {
  private final Projects projects;
  private final ProjectLinks links;
  private final SharingProject sharing;

  ProjectLinkResource(Projects projects, ProjectLinks links, SharingProject sharing) {
    this.projects = projects;
    this.links = links;
    this.sharing = sharing;
  }

  @GET
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Read until when the customer can see the plan of a project, and who let them")
  @APIResponseSchema(value = ProjectLinkView.class, responseCode = "200")
  public Response getProjectLink(@Parameter(example = "ext:PJ0001") @PathParam("id") Ref id) {
    ProjectLink link = links.get(projects.get(id));
    return ETags.ok(ProjectLinkView.of(link), link.id, link.version);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Make a link to the customer's own page of a project",
      description =
          "A page without a login: the plan, what is next, what to expect, and who comes. The"
              + " answer alone shows its address. A link that the project had before stops working.")
  @APIResponseSchema(value = ProjectLinkView.Made.class, responseCode = "201")
  public Response shareProject(@Parameter(example = "ext:PJ0001") @PathParam("id") Ref id) {
    ProjectLinkView.Made made = sharing.share(id);
    return ETags.created(
        URI.create("/v1/projects/" + made.projectId() + "/link"), made, made.id(), 0);
  }

  @DELETE
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Revoke the link to the customer's own page of a project",
      description = "From then on its address answers as if it had never been.")
  public void revokeProjectLink(
      @Parameter(example = "ext:PJ0001") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    sharing.revoke(id, ifMatch);
  }
}
