package io.familiarface.jobs.accounting.system;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.time.Instants;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents on their way into the accounting system by its own interface. */
@Path("/v1/accounting/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class BookingResource {
  private final BookingQueue bookings;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  BookingResource(BookingQueue bookings, AuditTrail audit, CompanyCalendar calendar) {
    this.bookings = bookings;
    this.audit = audit;
    this.calendar = calendar;
  }

  @GET
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "List what is booked in QuickBooks Online or Xero",
      description =
          "The newest first; state=REFUSED: what it refused, with its words; GIVEN_UP: what it did"
              + " not answer to.")
  public Page<BookingView> listBookings(
      @QueryParam("state") BookingState state, @BeanParam PageRequest page) {
    return bookings.page(state, page);
  }

  @POST
  @Path("/retries")
  @Idempotent
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "Book again what was refused or given up",
      description = "What is booked meanwhile, or on its way, stays as it is.")
  @APIResponse(
      responseCode = "201",
      description = "On their way again",
      content = @Content(schema = @Schema(implementation = RetriesView.class)))
  public Response retryBookings(@Valid @NotNull NewRetries retries) {
    List<BookingView> retried =
        bookings.retry(retries.documents(), Instants.toMicros(calendar.now()));
    retried.forEach(
        one -> audit.changed("booking.retried", "document", one.documentId(), null, null, one));
    return Response.created(URI.create("/v1/accounting/bookings?state=PENDING"))
        .entity(new RetriesView(retried.size()))
        .build();
  }
}
