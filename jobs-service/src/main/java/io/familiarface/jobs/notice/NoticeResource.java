package io.familiarface.jobs.notice;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "What customers have to be told before somebody else comes.")
class NoticeResource {
  private static final String NAMED =
      "The id of the notice, or ext: and the external id of its visit.";

  @Schema(
      name = "NoticeTold",
      example =
          """
          {"told": "PHONE"}\
          """)
  record NoticeTold(
      @Schema(examples = "PHONE") @NotNull ToldHow told,
      @Schema(description = "When the customer was told; now if not given.") Instant toldAt,
      @Schema(description = "When the new technician was introduced, if so.")
          Instant introducedAt) {}

  private final Notices notices;
  private final SendingNotice sending;
  private final TellingOfNotice telling;

  NoticeResource(Notices notices, SendingNotice sending, TellingOfNotice telling) {
    this.notices = notices;
    this.sending = sending;
    this.telling = telling;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "List what customers have to be told, most urgent first",
      description =
          "One for each visit to which somebody else comes than the customer knows, or at another"
              + " time, or that we do not make. It is made with the change; whoever tells the"
              + " customer closes it.")
  public Page<NoticeView> listNotices(@BeanParam NoticeFilter filter, @BeanParam PageRequest page) {
    return notices.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read a notice")
  @APIResponseSchema(value = NoticeView.class, responseCode = "200")
  public Response getNotice(
      @Parameter(description = NAMED, example = "ext:V0004-NEXT") @PathParam("id") Ref id) {
    NoticeRow row = notices.get(id);
    NoticeView view = notices.view(row);
    return ETags.ok(view, view.tag(row.version()));
  }

  @POST
  @Path("/{id}/sending")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Send the notice to the customer by mail",
      description =
          "Needs a mail server and the customer's address: without them the notice is FAILED, says"
              + " why, and is to be told by phone. A letter that was sent marks the visit told.")
  @APIResponseSchema(value = NoticeView.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      description = "The customer has been told, or the visit has been")
  @APIResponse(responseCode = "503", description = "customers-service is away")
  public Response sendNotice(
      @Parameter(description = NAMED, example = "ext:V0004-NEXT") @PathParam("id") Ref id) {
    return created(sending.send(id));
  }

  @POST
  @Path("/{id}/told")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Record that the customer was told",
      description = "Marks the visit told with it.")
  @APIResponseSchema(value = NoticeView.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      description = "The customer has been told, or the visit has been")
  public Response tellOfNotice(
      @Parameter(description = NAMED, example = "ext:V0009-NEXT") @PathParam("id") Ref id,
      @Valid @NotNull NoticeTold told) {
    return created(telling.tell(id, told.told(), told.toldAt(), told.introducedAt()));
  }

  private Response created(NoticeRow row) {
    NoticeView view = notices.view(row);
    return ETags.created(URI.create("/v1/notices/" + row.id()), view, view.tag(row.version()));
  }
}
