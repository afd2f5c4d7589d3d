package io.familiarface.jobs.accounting;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What projects cost. */
@Path("/v1/accounting/project-invoices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class ProjectInvoiceResource {
  private final InvoicingProject invoicing;

  ProjectInvoiceResource(InvoicingProject invoicing) {
    this.invoicing = invoicing;
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Invoice steps of a project",
      description =
          "Makes one invoice with a line for each step, taxed by what it is booked as. A step is"
              + " invoiced once.")
  @APIResponse(
      responseCode = "201",
      description = "The invoice",
      content = @Content(schema = @Schema(implementation = DocumentView.class)))
  @APIResponse(responseCode = "409", description = "step-already-invoiced")
  @APIResponse(
      responseCode = "422",
      description = "unknown-project, unknown-step, contradiction or other-currency")
  public Response invoiceProject(@Valid @NotNull NewProjectInvoice request) {
    Document invoice = invoicing.invoice(request);
    return ETags.created(
        URI.create("/v1/accounting/documents/" + invoice.number),
        DocumentView.of(invoice),
        invoice.id,
        invoice.version);
  }
}
