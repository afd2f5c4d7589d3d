package io.familiarface.customers.letter;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.pages.pdf.PrintableAnswer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Templates",
    description = "The company's own texts: handouts, farewells and letters, with all they said.")
class TemplateResource {
  private static final String PATCH_EXAMPLE =
      """
      {"body": "# Welcome, {{customer.preferredName}}\\n\\nWe are {{company.name}}.\\n\\n{{certificates}}"}""";

  private final LetterTemplates templates;
  private final WritingTemplate writing;
  private final PreviewingTemplate previewing;
  private final PrintableAnswer answer;

  TemplateResource(
      LetterTemplates templates,
      WritingTemplate writing,
      PreviewingTemplate previewing,
      PrintableAnswer answer) {
    this.templates = templates;
    this.writing = writing;
    this.previewing = previewing;
    this.answer = answer;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "List the templates", description = "By name and language.")
  public Page<TemplateView> listTemplates(
      @BeanParam TemplateFilter filter, @BeanParam PageRequest page) {
    return templates.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Write a template",
      description = "A placeholder that there is not is refused by its name.")
  @APIResponseSchema(
      value = TemplateView.class,
      responseCode = "201",
      responseDescription = "Written.")
  @APIResponse(responseCode = "409", description = "template-taken")
  public Response writeTemplate(@NotNull @Valid NewTemplate details) {
    LetterTemplate template = writing.write(details);
    return ETags.created(
        URI.create("/v1/templates/" + template.id),
        TemplateView.of(template),
        template.id,
        template.version);
  }

  @GET
  @Path("/{templateId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a template")
  @APIResponseSchema(
      value = TemplateView.class,
      responseCode = "200",
      responseDescription = "The template; ETag names the version.")
  public Response getTemplate(
      @PathParam("templateId") @Parameter(example = "ext:first-visit-en") Ref ref) {
    LetterTemplate template = templates.get(ref);
    return ETags.ok(TemplateView.of(template), template.id, template.version);
  }

  @PATCH
  @Path("/{templateId}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Change a template",
      description =
          "A JSON Merge Patch, and the next revision. What was made before stays as it is.")
  @RequestBody(
      content =
          @Content(schema = @Schema(implementation = NewTemplate.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(
      value = TemplateView.class,
      responseCode = "200",
      responseDescription = "The template as it is now.")
  @APIResponse(responseCode = "409", description = "template-taken")
  public Response changeTemplate(
      @PathParam("templateId") @Parameter(example = "ext:first-visit-en") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch,
      @NotNull JsonNode patch) {
    LetterTemplate template = writing.change(ref, ifMatch, patch);
    return ETags.ok(TemplateView.of(template), template.id, template.version);
  }

  @GET
  @Path("/{templateId}/versions")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(summary = "List what a template has said", description = "Newest first.")
  public Page<TemplateRevision> listTemplateVersions(
      @PathParam("templateId") @Parameter(example = "ext:first-visit-en") Ref ref,
      @BeanParam PageRequest page) {
    return templates.revisions(templates.get(ref).id, page);
  }

  @GET
  @Path("/{templateId}/preview")
  @Produces({MediaType.TEXT_HTML, PrintableAnswer.PDF})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "See how a letter from a template would look",
      description = "To one customer, as a page or a PDF; nothing is kept.")
  @APIResponseSchema(
      value = String.class,
      responseCode = "200",
      responseDescription = "The letter.")
  public Response previewTemplate(
      @PathParam("templateId") @Parameter(example = "ext:first-visit-en") Ref ref,
      @QueryParam("customer")
          @Parameter(
              description = "To whom: an id, or ext: and an external id.",
              required = true,
              example = "ext:C0002")
          Ref customer) {
    if (customer == null) {
      throw CommonProblem.INVALID_REQUEST.at("?customer", "Say to which customer.");
    }
    return answer.of(previewing.page(ref, customer), "preview");
  }
}
