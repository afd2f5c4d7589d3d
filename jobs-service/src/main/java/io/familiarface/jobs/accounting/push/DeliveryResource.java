package io.familiarface.jobs.accounting.push;

import static io.familiarface.rest.security.Role.ACCOUNTING;
import static io.familiarface.rest.security.Role.ADMIN;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/accounting/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
class DeliveryResource {
  private final Deliveries deliveries;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  DeliveryResource(Deliveries deliveries, AuditTrail audit, CompanyCalendar calendar) {
    this.deliveries = deliveries;
    this.audit = audit;
    this.calendar = calendar;
  }

  @GET
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "List what was and is to be pushed",
      description = "The newest first, each with every attempt; state=DEAD: what was given up.")
  public Page<DeliveryView> listDeliveries(
      @QueryParam("state") DeliveryState state, @BeanParam PageRequest page) {
    return deliveries.page(null, state, page);
  }

  @POST
  @Path("/{id}/redelivery")
  @Idempotent
  @RolesAllowed({ADMIN, ACCOUNTING})
  @Operation(
      summary = "Push a document again",
      description =
          "With the same webhook-id and body, whatever became of it; all attempts begin anew.")
  @APIResponseSchema(
      value = DeliveryView.class,
      responseCode = "201",
      responseDescription = "On its way again")
  public Response redeliver(@Parameter(example = Deliveries.LAST) @PathParam("id") String id) {
    Deliveries.Row before = deliveries.get(id);
    deliveries.redeliver(before.id(), calendar.now());
    DeliveryView view = deliveries.view(deliveries.get(before.id().toString()));
    audit.changed("delivery.redelivered", "delivery", before.id(), null, null, view);
    return Response.created(URI.create("/v1/accounting/deliveries?state=PENDING"))
        .entity(view)
        .build();
  }
}
