package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanySettings;
import io.familiarface.rest.limit.LimitedByAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The customer's own page of a project: by link, without a login. */
@Path("/v1/links/projects/{key}")
class ProjectPageResource {
  private static final String HTML = "text/html;charset=UTF-8";

  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance project(ProjectPage page);

    /** The same for a link that has ended, was revoked, or never was. */
    static native TemplateInstance projectGone(String company, String phone);
  }

  private final OpeningProject opening;
  private final CompanySettings company;

  ProjectPageResource(OpeningProject opening, CompanySettings company) {
    this.opening = opening;
    this.company = company;
  }

  /** Not in the document: it is a page for a customer. */
  @GET
  @PermitAll
  @LimitedByAddress
  @Produces(HTML)
  @Operation(hidden = true)
  public Response openProject(@PathParam("key") String key) {
    Optional<ProjectPage> page = opening.open(key);
    return Response.status(page.isPresent() ? 200 : 404)
        .type(HTML)
        .entity(
            page.map(Templates::project)
                .orElseGet(() -> Templates.projectGone(company.name(), company.phone()))
                .render())
        .header("X-Robots-Tag", "noindex, nofollow")
        .build();
  }
}
