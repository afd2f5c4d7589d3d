package io.familiarface.jobs.accounting;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class PaymentResource {
  private final Payments payments;
  private final RecordingPayment recording;

  PaymentResource(Payments payments, RecordingPayment recording) {
    this.payments = payments;
    this.recording = recording;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(summary = "List payments", description = "The last paid first.")
  public Page<PaymentView> listPayments(
      @BeanParam PaymentFilter filter, @BeanParam PageRequest page) {
    return payments.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, ACCOUNTING})
  @Operation(
      summary = "Record what was paid of an invoice",
      description =
          "Once for each reference. An invoice of which nothing is owed any more becomes PAID.")
  @APIResponseSchema(
      value = PaymentView.class,
      responseCode = "201",
      responseDescription = "Recorded")
  @APIResponse(responseCode = "409", description = "payment-already-recorded, more-than-owed")
  @APIResponse(
      responseCode = "422",
      description = "unknown-document, not-an-invoice, other-currency")
  public Response recordPayment(@Valid @NotNull NewPayment payment) {
    PaymentView made = recording.record(payment);
    String reference = URLEncoder.encode(made.reference(), StandardCharsets.UTF_8);
    return Response.created(URI.create("/v1/accounting/payments?reference=" + reference))
        .entity(made)
        .build();
  }
}
