package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.Customers;
import io.familiarface.pages.pdf.PrintableAnswer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/letting-go")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Letting go",
    description =
        "Refused until what the company's policy asks for was tried; two people agree; it can be"
            + " undone for a while.")
class LettingGoResource {
  private final Customers customers;
  private final LettingCustomerGo letting;
  private final PrintableAnswer answer;

  LettingGoResource(Customers customers, LettingCustomerGo letting, PrintableAnswer answer) {
    this.customers = customers;
    this.letting = letting;
    this.answer = answer;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(summary = "See where we stand with letting a customer go, and what is still missing")
  public LettingGoStanding getLettingGo(
      @PathParam("id") @Parameter(example = "ext:C0008") Ref customer) {
    return letting.standingOf(customers.idOf(customer));
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Propose to let a customer go",
      description =
          "Refused with the list of what is missing until what the company's policy asks for stands"
              + " among the customer's conduct.")
  @APIResponseSchema(
      value = LettingGoView.class,
      responseCode = "201",
      responseDescription = "Proposed; another person has to agree.")
  @APIResponse(responseCode = "409", description = "attempts-missing, letting-go-not-due")
  public Response proposeLettingGo(
      @PathParam("id") @Parameter(example = "ext:C0008") Ref customer,
      @NotNull @Valid NewLettingGo details) {
    LettingGo one = letting.propose(customer, details);
    return ETags.created(
        URI.create("/v1/customers/" + one.customerId + "/letting-go"),
        letting.view(one),
        one.id,
        one.version);
  }

  @GET
  @Path("/letter")
  @Produces({MediaType.TEXT_HTML, PrintableAnswer.PDF})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Read the farewell letter",
      description = "As a page or a PDF, from the company's template; there once they are let go.")
  @APIResponseSchema(
      value = String.class,
      responseCode = "200",
      responseDescription = "The letter.")
  public Response getFarewell(@PathParam("id") @Parameter(example = "ext:C0005") Ref customer) {
    return answer.of(letting.letter(customer), "farewell");
  }

  @POST
  @Path("/approval")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Agree that a customer is let go",
      description =
          "By another person than who proposed it. Ends the agreements in jobs-service first, in"
              + " your name; while that does not answer, nothing is changed.")
  @APIResponseSchema(
      value = LettingGoView.class,
      responseCode = "200",
      responseDescription = "Let go.")
  @APIResponse(responseCode = "403", description = "needs-another-person")
  @APIResponse(responseCode = "409", description = "attempts-missing, letting-go-not-due")
  @APIResponse(responseCode = "503", description = "jobs-service-unreachable")
  public Response approveLettingGo(
      @PathParam("id") @Parameter(example = "ext:C0010") Ref customer,
      @NotNull @Valid NewApproval approval) {
    LettingGo one = letting.approve(customer);
    return ETags.ok(letting.view(one), one.id, one.version);
  }

  @POST
  @Path("/undo")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Take back that a customer is let go",
      description =
          "Within 30 days, or what the company has set. The agreements that have ended stay so:"
              + " sign new ones in jobs-service.")
  @APIResponseSchema(
      value = LettingGoView.class,
      responseCode = "200",
      responseDescription = "Taken back: they are a customer as before.")
  @APIResponse(responseCode = "409", description = "letting-go-not-due, undo-too-late")
  public Response undoLettingGo(
      @PathParam("id") @Parameter(example = "ext:C0005") Ref customer,
      @NotNull @Valid NewUndo details) {
    LettingGo one = letting.undo(customer, details);
    return ETags.ok(letting.view(one), one.id, one.version);
  }
}
