package io.familiarface.jobs.jobsheet;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.TECHNICIAN;

import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitAccess;
import io.familiarface.pages.pdf.PrintableAnswer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/visits/{id}/job-sheet")
@Tag(name = "Visits")
class JobSheetResource {
  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance jobSheet(JobSheet sheet);
  }

  private final VisitAccess access;
  private final JobSheets sheets;
  private final AuditTrail audit;
  private final PrintableAnswer printable;

  JobSheetResource(
      VisitAccess access, JobSheets sheets, AuditTrail audit, PrintableAnswer printable) {
    this.access = access;
    this.sheets = sheets;
    this.audit = audit;
    this.printable = printable;
  }

  @GET
  @Transactional
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, PrintableAnswer.PDF})
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Read the job sheet of a visit",
      description =
          "What matters to the customer stands first. As JSON, as a page, or as a PDF, by Accept;"
              + " both print on one sheet. A technician reads those of own visits, and of"
              + " visits at which they are to be introduced, from yesterday to a week ahead.")
  @APIResponseSchema(
      value = JobSheet.class,
      responseCode = "200",
      responseDescription = "The job sheet")
  public Response getJobSheet(
      @Parameter(example = "ext:V0001-001") @PathParam("id") Ref id, @Context Request request) {
    Visit visit = access.getToRead(id);
    JobSheet sheet = sheets.of(visit.id());
    audit.read(visit.customerId(), "job-sheet");
    return printable.orJson(request, sheet, () -> Templates.jobSheet(sheet).render(), "job-sheet");
  }
}
