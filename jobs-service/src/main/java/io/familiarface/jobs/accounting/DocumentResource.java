package io.familiarface.jobs.accounting;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.SERVICE;

import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Accounting",
    description =
        "Invoices and credit memos: a completed visit with a price makes the one, a delivered remedy"
            + " the other. What was issued never changes; it is credited.")
class DocumentResource {
  private static final String EXAMPLE = "INV-{year-25}-000002";

  private final Documents documents;
  private final DocumentHistory history;
  private final InvoicingVisits invoicing;
  private final CreditingDocument crediting;
  private final AgreeingInstalments instalments;

  DocumentResource(
      Documents documents,
      DocumentHistory history,
      InvoicingVisits invoicing,
      CreditingDocument crediting,
      AgreeingInstalments instalments) {
    this.documents = documents;
    this.history = history;
    this.invoicing = invoicing;
    this.crediting = crediting;
    this.instalments = instalments;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR, ACCOUNTING})
  @Operation(
      summary = "List invoices and credit memos",
      description =
          "The last issued first. Every visit with a price that is completed by now has its"
              + " invoice. HELD: a complaint about it is open; REJECTED: accounting says why in"
              + " words.")
  public Page<DocumentView> listDocuments(
      @BeanParam DocumentFilter filter, @BeanParam PageRequest page) {
    invoicing.catchUp();
    return documents.page(filter, page);
  }

  @GET
  @Path("/{number}")
  @RolesAllowed({ADMIN, MANAGER, CSR, ACCOUNTING, SERVICE})
  @Operation(summary = "Read an invoice or credit memo")
  @APIResponseSchema(value = DocumentView.class, responseCode = "200")
  public Response getDocument(@Parameter(example = EXAMPLE) @PathParam("number") String number) {
    DocumentRow document = documents.get(number);
    return ETags.shown(document.view(), document.id(), document.version());
  }

  @GET
  @Path("/{number}/history")
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "List everything that has become of a document",
      description = "Oldest first: issued, held, exported, accepted, credited, paid, and by whom.")
  public Page<DocumentChange> listDocumentChanges(
      @Parameter(example = EXAMPLE) @PathParam("number") String number,
      @BeanParam PageRequest page) {
    return history.page(documents.get(number).id(), page);
  }

  @PUT
  @Path("/{number}/instalments")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR, ACCOUNTING})
  @Operation(
      summary = "Agree that an invoice is paid in parts",
      description =
          "The plan goes to accounting with the invoice, and the days of its parts count from now on.")
  @APIResponseSchema(
      value = DocumentView.class,
      responseCode = "200",
      responseDescription = "The invoice, with its plan")
  @APIResponse(
      responseCode = "422",
      description = "instalments-differ, not-an-invoice, other-currency")
  public Response agreeInstalments(
      @Parameter(example = EXAMPLE) @PathParam("number") String number,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull NewInstalmentPlan plan) {
    Document invoice = instalments.agree(number, ifMatch, plan.instalments());
    return ETags.ok(DocumentView.of(invoice), invoice.id, invoice.version);
  }

  @POST
  @Path("/{number}/credit")
  @Idempotent
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Credit an invoice, or a part of it",
      description = "Makes a credit memo that names the invoice; never more than what is left.")
  @APIResponseSchema(
      value = DocumentView.class,
      responseCode = "201",
      responseDescription = "The credit memo")
  @APIResponse(responseCode = "409", description = "credit-too-large")
  @APIResponse(responseCode = "422", description = "not-an-invoice, other-currency")
  public Response creditDocument(
      @Parameter(example = EXAMPLE) @PathParam("number") String number,
      @Valid @NotNull NewCredit credit) {
    Amounts.requireMoreThanNothing(credit.amount());
    Document memo = crediting.credit(number, credit.amount(), credit.reason());
    return ETags.created(
        URI.create("/v1/accounting/documents/" + memo.number),
        DocumentView.of(memo),
        memo.id,
        memo.version);
  }
}
