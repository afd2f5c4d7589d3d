package io.familiarface.feedback.page;

import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risk")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
class TimelineResource {
  private final Customers customers;
  private final ReadingTimeline story;
  private final AuditTrail audit;

  TimelineResource(Customers customers, ReadingTimeline story, AuditTrail audit) {
    this.customers = customers;
    this.story = story;
    this.audit = audit;
  }

  @GET
  @Operation(
      operationId = "getTimeline",
      summary = "Read one customer's story: what happened, in sentences",
      description =
          "Visits with who came, promises made and broken, what was said, flags and calls; oldest"
              + " first.")
  @APIResponseSchema(
      value = TimelineView.class,
      responseCode = "200",
      responseDescription = "A page of the timeline")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response timeline(
      @Parameter(example = "ext:C0001") @PathParam("id") Ref ref,
      @Parameter(description = "Only from this instant on.", example = "{today-365}T05:00:00Z")
          @QueryParam("from")
          Instant from,
      @Parameter(description = "Only up to this instant.") @QueryParam("until") Instant until,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    CustomerCopy customer = customers.require(ref);
    Page<TimelineEntry> entries = story.read(customer.id(), from, until, page);
    audit.read(customer.id(), "timeline");
    Response.ResponseBuilder answer =
        Response.ok(
            new TimelineView(
                TimelineView.Whose.of(customer), entries.items(), entries.nextCursor()));
    if (entries.nextCursor() != null) {
      answer.link(
          uri.getRequestUriBuilder().replaceQueryParam("cursor", entries.nextCursor()).build(),
          "next");
    }
    return answer.build();
  }
}
