package io.familiarface.jobs.calendar;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

@Path("/v1/calendar-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Calendars",
    description =
        "Visits, introductions and steps of projects in the calendar of whoever makes or gets them, by a link that can be taken back.")
class CalendarLinkResource {
  private final CalendarLinks links;
  private final SharingCalendar sharing;

  CalendarLinkResource(CalendarLinks links, SharingCalendar sharing) {
    this.links = links;
    this.sharing = sharing;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "List who has a calendar link")
  public Page<CalendarLinkView> listCalendarLinks(
      @BeanParam CalendarLinkFilter filter, @BeanParam PageRequest page) {
    return links.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Make a link to the calendar of a technician or a customer",
      description =
          "The answer alone shows its address. One that the same person had before stops working:"
              + " this is also how to replace a link that has got about.")
  @APIResponseSchema(value = CalendarLinkView.Made.class, responseCode = "201")
  @APIResponse(
      responseCode = "422",
      description = "unknown-technician, unknown-customer, technician-has-left")
  public Response shareCalendar(@Valid @NotNull NewCalendarLink request) {
    CalendarLinkView.Made made = sharing.share(request);
    return ETags.created(URI.create("/v1/calendar-links/" + made.id()), made, made.id(), 0);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read whose calendar a link opens, and who made it")
  @APIResponseSchema(value = CalendarLinkView.class, responseCode = "200")
  public Response getCalendarLink(@Parameter(example = "ext:CL0001") @PathParam("id") Ref id) {
    CalendarLink link = links.get(id);
    return ETags.shown(CalendarLinkView.of(link), link.id, link.version);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Revoke a calendar link",
      description = "From then on its address answers as if it had never been.")
  public void revokeCalendarLink(
      @Parameter(example = "ext:CL0002") @PathParam("id") Ref id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    sharing.revoke(id, ifMatch);
  }
}
