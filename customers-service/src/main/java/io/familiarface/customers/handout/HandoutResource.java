package io.familiarface.customers.handout;

import io.familiarface.customers.customer.Customers;
import io.familiarface.pages.pdf.PrintableAnswer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

@Path("/v1/customers/{id}/handout")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Handouts",
    description =
        "What a customer is given on paper: who we are, what we do, what each may expect, and the"
            + " certificates they hold.")
class HandoutResource {
  private final Customers customers;
  private final Handouts handouts;
  private final HandingOut handingOut;
  private final PrintableAnswer answer;

  HandoutResource(
      Customers customers, Handouts handouts, HandingOut handingOut, PrintableAnswer answer) {
    this.customers = customers;
    this.handouts = handouts;
    this.handingOut = handingOut;
    this.answer = answer;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(summary = "List the handouts of a customer", description = "Newest first.")
  public Page<HandoutView> listHandouts(
      @PathParam("id") @Parameter(example = "ext:C0002") Ref customer,
      @BeanParam PageRequest page) {
    return handouts.page(customers.idOf(customer), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Make a handout for a customer",
      description =
          "From the company's template of that name, in the language asked for, or else the"
              + " customer's own, where there is one."
              + " It stays as it was made when the template changes.")
  @APIResponseSchema(
      value = HandoutView.class,
      responseCode = "201",
      responseDescription = "Made; Location is where it is read as a page or a PDF.")
  @APIResponse(responseCode = "422", description = "unknown-template")
  public Response makeHandout(
      @PathParam("id") @Parameter(example = "ext:C0002") Ref customer,
      @NotNull @Valid NewHandout details) {
    Handout handout = handingOut.make(customer, details);
    URI location = URI.create("/v1/customers/" + handout.customerId + "/handout/" + handout.n);
    return ETags.created(location, HandoutView.of(handout), handout.id, handout.version);
  }

  @GET
  @Path("/{n}")
  @Produces({MediaType.TEXT_HTML, PrintableAnswer.PDF})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Read a handout", description = "As a page or a PDF; both print.")
  @APIResponseSchema(
      value = String.class,
      responseCode = "200",
      responseDescription = "The handout.")
  public Response getHandout(
      @PathParam("id") @Parameter(example = "ext:C0002") Ref customer,
      @PathParam("n") @Parameter(example = "1") int n) {
    return answer.of(handingOut.page(customer, n), "handout-" + n);
  }

  @POST
  @Path("/{n}/acknowledgement")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Record that a customer was handed a handout")
  @APIResponseSchema(
      value = HandoutView.class,
      responseCode = "201",
      responseDescription = "Recorded.")
  @APIResponse(responseCode = "409", description = "already-acknowledged")
  public Response acknowledgeHandout(
      @PathParam("id") @Parameter(example = "ext:C0004") Ref customer,
      @PathParam("n") @Parameter(example = "1") int n,
      @NotNull @Valid NewAcknowledgement details) {
    Handout handout = handingOut.acknowledge(customer, n, details);
    URI location = URI.create("/v1/customers/" + handout.customerId + "/handout/" + handout.n);
    return ETags.created(location, HandoutView.of(handout), handout.id, handout.version);
  }
}
