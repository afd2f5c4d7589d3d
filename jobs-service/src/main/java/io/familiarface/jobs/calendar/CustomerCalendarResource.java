package io.familiarface.jobs.calendar;

import io.familiarface.rest.limit.LimitedByAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/links/visits/{key}.ics")
@Produces(TechnicianCalendarResource.CALENDAR)
@Tag(name = "Calendars")
@LimitedByAddress
class CustomerCalendarResource {
  private final ReadingCalendar reading;

  CustomerCalendarResource(ReadingCalendar reading) {
    this.reading = reading;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Subscribe to the visits to a customer",
      description =
          "iCalendar (RFC 5545), for the calendar program of whoever has the key; see POST"
              + " /v1/calendar-links.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar",
      content =
          @Content(
              mediaType = TechnicianCalendarResource.CALENDAR,
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "no-such-calendar")
  @APIResponse(responseCode = "429", description = "too-many-requests")
  public Response getCustomerCalendar(
      @Parameter(example = "no-such-key") @PathParam("key") String key) {
    return Response.ok(reading.ofCustomer(key), TechnicianCalendarResource.UTF_8).build();
  }
}
