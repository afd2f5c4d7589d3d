package io.familiarface.jobs.agreement;

import static io.familiarface.rest.security.Role.ACCOUNTING;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "What customers signed, and what their visits follow from.")
class AgreementResource {
  private static final String PATCH_EXAMPLE =
      """
      {"visitAt": "11:00", "price": {"amount": "95.00", "currency": "USD"}}\
      """;

  private final Agreements agreements;
  private final SigningAgreement signing;
  private final ChangingAgreement changing;
  private final MergePatch mergePatch;

  AgreementResource(
      Agreements agreements,
      SigningAgreement signing,
      ChangingAgreement changing,
      MergePatch mergePatch) {
    this.agreements = agreements;
    this.signing = signing;
    this.changing = changing;
    this.mergePatch = mergePatch;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR, ACCOUNTING, SERVICE})
  @Operation(summary = "List agreements, oldest first")
  public Page<AgreementView> listAgreements(
      @BeanParam AgreementFilter filter, @BeanParam PageRequest page) {
    return agreements.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Sign an agreement",
      description = "Its visits of the next weeks are planned at once, and later ones in time.")
  @APIResponseSchema(value = AgreementView.class, responseCode = "201")
  public Response signAgreement(@Valid @NotNull NewAgreement request) {
    Agreement agreement = signing.sign(request);
    agreements.flush();
    AgreementView view = agreements.view(Ref.of(agreement.id));
    return ETags.created(URI.create("/v1/agreements/" + agreement.id), view, view.tag());
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR, ACCOUNTING, SERVICE})
  @Operation(summary = "Read an agreement")
  @APIResponseSchema(value = AgreementView.class, responseCode = "200")
  public Response getAgreement(@Parameter(example = "ext:A0001") @PathParam("id") Ref id) {
    AgreementView view = agreements.view(id);
    return ETags.ok(view, view.tag());
  }

  @PATCH
  @Path("/{id}")
  @Transactional
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "Agree on other terms",
      description =
          "JSON Merge Patch of program, recurrence, visitAt, windowMinutes, checklist and price."
              + " Another rule, time of day, window or checklist plans the coming visits anew; to name the"
              + " recurrence is to say it, even if it is what was guessed before. Who usually comes is"
              + " changed by an assignment FOR_GOOD of the visit that hands over.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AgreementPatch.class),
              example = PATCH_EXAMPLE))
  @APIResponseSchema(value = AgreementView.class, responseCode = "200")
  public Response changeAgreement(
      @Parameter(example = "ext:A0006") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull JsonNode patch) {
    Agreement agreement =
        changing.change(
            id, ifMatch, patch.has("recurrence"), terms -> mergePatch.apply(terms, patch));
    AgreementView view = agreements.view(Ref.of(agreement.id));
    return ETags.ok(view, view.tag());
  }
}
