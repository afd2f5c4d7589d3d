package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.leavebehind.FeedbackLink;
import io.familiarface.jobs.leavebehind.FeedbackLinks;
import io.familiarface.pages.pdf.PrintableAnswer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting/documents/{number}/page")
@Tag(name = "Accounting")
class DocumentPageResource {

  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance accountingDocument(DocumentPage document);
  }

  private final DocumentStream stream;
  private final ExportSettings settings;
  private final FeedbackLinks links;
  private final PrintableAnswer answer;

  DocumentPageResource(
      DocumentStream stream, ExportSettings settings, FeedbackLinks links, PrintableAnswer answer) {
    this.stream = stream;
    this.links = links;
    this.settings = settings;
    this.answer = answer;
  }

  @GET
  @Produces({MediaType.TEXT_HTML, PrintableAnswer.PDF})
  @RolesAllowed({ADMIN, MANAGER, CSR, ACCOUNTING})
  @Operation(
      summary = "Read an invoice or credit memo as its customer does",
      description =
          "As a page, or as a PDF, by Accept; for whoever sends or prints it. The invoice of a visit"
              + " carries the customer's own link, as what is left behind does; without one while"
              + " feedback-service can't be asked.")
  @APIResponseSchema(
      value = String.class,
      responseCode = "200",
      responseDescription = "The document")
  public Response getDocumentPage(
      @Parameter(example = "INV-{year-25}-000002") @PathParam("number") String number) {
    ExportedDocument exported = stream.get(number);
    DocumentPage page = DocumentPage.of(exported, settings.seller(), feedbackLink(exported));
    return answer.of(Templates.accountingDocument(page).render(), number);
  }

  /** Whoever pays for a visit may say how it was. */
  private Optional<URI> feedbackLink(ExportedDocument exported) {
    DocumentView document = exported.document();
    return document.isInvoice() && document.visitId() != null && exported.buyer().isKnown()
        ? links.of(document.visitId(), document.customerId(), false).map(FeedbackLink::url)
        : Optional.empty();
  }
}
