package io.familiarface.jobs.calendar;

import io.familiarface.rest.Ref;
import io.familiarface.rest.limit.LimitedByAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/{id}/schedule.ics")
@Produces(TechnicianCalendarResource.CALENDAR)
@Tag(name = "Calendars")
@LimitedByAddress
class TechnicianCalendarResource {
  static final String CALENDAR = "text/calendar";
  static final String UTF_8 = CALENDAR + ";charset=UTF-8";

  private final ReadingCalendar reading;

  TechnicianCalendarResource(ReadingCalendar reading) {
    this.reading = reading;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Subscribe to the visits of a technician",
      description =
          "iCalendar (RFC 5545), for the calendar program of whoever has the key; see POST"
              + " /v1/calendar-links. A visit that somebody else makes is cancelled in it.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar",
      content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "no-such-calendar")
  @APIResponse(responseCode = "429", description = "too-many-requests")
  public Response getTechnicianCalendar(
      @Parameter(example = "ext:T0003") @PathParam("id") Ref id,
      @Parameter(description = "The key of the link.") @QueryParam("key") String key) {
    return Response.ok(reading.ofTechnician(id, key), UTF_8).build();
  }
}
