package io.familiarface.feedback.flag;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/flags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Flags", description = "Who is likely to leave, and what was done about it.")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
class FlagResource {
  private static final String NAMED =
      "The id of a flag, or ext: and the external id of a customer: the open flag, or"
          + " else the last.";

  private final CustomerFlags flags;
  private final FindingFlag finding;
  private final AnsweringFlag answering;
  private final Customers customers;

  FlagResource(
      CustomerFlags flags, FindingFlag finding, AnsweringFlag answering, Customers customers) {
    this.flags = flags;
    this.finding = finding;
    this.answering = answering;
    this.customers = customers;
  }

  @GET
  @Operation(
      operationId = "listFlags",
      summary = "List flags, newest first",
      description =
          "A flag goes RAISED, ACKNOWLEDGED, ACTED, CLEARED and ends"
              + " KEPT or LOST; WITHDRAWN ones are listed only when asked for.")
  @APIResponse(responseCode = "200", description = "A page of flags")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Page<FlagView> list(
      @Parameter(
              description = "The id of a customer, or ext: and an external id.",
              example = "ext:C0001")
          @QueryParam("customerId")
          Ref customer,
      @Parameter(description = "How far the flag has come.") @QueryParam("state")
          CustomerFlagState state,
      @BeanParam PageRequest page) {
    return Page.of(
        flags.page(customers.idOf(customer), state, page),
        page,
        flag -> Key.of(flag.raisedAt, flag.id),
        FlagView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getFlag", summary = "Read a flag, with the reasons it was raised for")
  @APIResponseSchema(value = FlagView.class, responseCode = "200", responseDescription = "The flag")
  public Response get(
      @Parameter(description = NAMED, example = "ext:C0001") @PathParam("id") Ref ref) {
    UUID id = finding.id(ref);
    CustomerFlag flag = flags.findByIdOptional(id).orElseThrow(() -> AnsweringFlag.noSuchFlag(id));
    return ETags.shown(FlagView.of(flag), flag.id, flag.version);
  }

  @POST
  @Path("/{id}/acknowledgement")
  @Idempotent
  @Operation(
      operationId = "acknowledgeFlag",
      summary = "Take note of a flag",
      description = "Says who has seen it, and when.")
  @APIResponseSchema(
      value = FlagView.class,
      responseCode = "201",
      responseDescription = "The flag, acknowledged")
  @APIResponse(responseCode = "409", description = "The flag is not open any more")
  public Response acknowledge(
      @Parameter(description = NAMED, example = "ext:C0001") @PathParam("id") Ref ref) {
    return answered(answering.acknowledge(finding.id(ref)));
  }

  @POST
  @Path("/{id}/action")
  @Idempotent
  @Operation(operationId = "actOnFlag", summary = "Say what was done about a flag")
  @APIResponseSchema(
      value = FlagView.class,
      responseCode = "201",
      responseDescription = "The flag, acted on")
  @APIResponse(responseCode = "409", description = "The flag is not open any more")
  public Response act(
      @Parameter(description = NAMED, example = "ext:C0003") @PathParam("id") Ref ref,
      @NotNull @Valid Action action) {
    return answered(answering.act(finding.id(ref), action.action(), action.at()));
  }

  private static Response answered(CustomerFlag flag) {
    return ETags.created(
        URI.create("/v1/flags/" + flag.id), FlagView.of(flag), flag.id, flag.version);
  }

  /** What was done. */
  @Schema(
      name = "FlagAction",
      example =
          """
          {"action": "Called: the usual technician is back on Monday, the visit moves to that day."}\
          """)
  record Action(
      @NotBlank @Size(max = 2000) @Schema(examples = "Called: Ben is back on the 14th, the visit moves to that day.")
          String action,
      @Schema(description = "When; now if left out.", examples = "2026-11-20T15:00:00Z")
          Instant at) {}
}
