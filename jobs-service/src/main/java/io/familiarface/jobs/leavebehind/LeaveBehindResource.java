package io.familiarface.jobs.leavebehind;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.TECHNICIAN;

import io.familiarface.pages.pdf.PrintableAnswer;
import io.familiarface.rest.Ref;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}/leave-behind")
@Tag(name = "Visits")
class LeaveBehindResource {

  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance leaveBehind(LeaveBehind sheet);
  }

  private final LeavingBehind leaving;
  private final PrintableAnswer answer;

  LeaveBehindResource(LeavingBehind leaving, PrintableAnswer answer) {
    this.leaving = leaving;
    this.answer = answer;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, PrintableAnswer.PDF})
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Read what is left behind after a visit",
      description =
          "Who was there, the customer's own feedback page, the number where somebody answers, and"
              + " the certificates they hold. As JSON, as a page, or as a PDF, by Accept; both print"
              + " on one sheet. What another service does not answer is left out, and missing says"
              + " so.")
  @APIResponseSchema(
      value = LeaveBehind.class,
      responseCode = "200",
      responseDescription = "The sheet")
  @APIResponse(responseCode = "409", description = "not-completed")
  public Response getLeaveBehind(
      @Parameter(example = "ext:V0001-001") @PathParam("id") Ref id, @Context Request request) {
    LeaveBehind sheet = leaving.after(id);
    return answer.orJson(
        request, sheet, () -> Templates.leaveBehind(sheet).render(), "visit-" + sheet.on());
  }
}
