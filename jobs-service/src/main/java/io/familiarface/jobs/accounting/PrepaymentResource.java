package io.familiarface.jobs.accounting;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is paid before it is earned. */
@Path("/v1/accounting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class PrepaymentResource {
  private final InvoicingInAdvance invoicing;
  private final Prepayments prepayments;
  private final CompanyCalendar calendar;

  PrepaymentResource(
      InvoicingInAdvance invoicing, Prepayments prepayments, CompanyCalendar calendar) {
    this.invoicing = invoicing;
    this.prepayments = prepayments;
    this.calendar = calendar;
  }

  @POST
  @Path("/prepayments")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Invoice the visits of some time in advance",
      description =
          "Makes one invoice for all visits of an agreement from one day to another; they make none"
              + " of their own. What is paid of it is earned day by day, see deferrals.")
  @APIResponseSchema(
      value = DocumentView.class,
      responseCode = "201",
      responseDescription = "The invoice")
  @APIResponse(responseCode = "409", description = "already-prepaid")
  @APIResponse(responseCode = "422", description = "unknown-agreement")
  public Response invoiceInAdvance(@Valid @NotNull NewPrepayment request) {
    Document invoice = invoicing.invoice(request);
    return ETags.created(
        URI.create("/v1/accounting/documents/" + invoice.number),
        DocumentView.of(invoice),
        invoice.id,
        invoice.version);
  }

  @GET
  @Path("/deferrals")
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "List what is earned and not yet earned of what was paid in advance",
      description =
          "For each prepaid agreement, by month; earned and unearned always add up to what was paid.")
  public Page<DeferralView> listDeferrals(
      @QueryParam("asOf") @Parameter(description = "The end of this day; today if left out.")
          LocalDate asOf,
      @BeanParam PageRequest page) {
    return prepayments.deferrals(asOf == null ? calendar.today() : asOf, page);
  }
}
