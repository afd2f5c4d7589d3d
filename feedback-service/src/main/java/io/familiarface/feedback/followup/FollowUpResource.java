package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.followup.ListingFollowUps.Versioned;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups", description = "Whom to call, why, by when, and what came of it.")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
class FollowUpResource {
  private static final String NAMED =
      "The id of a follow-up, or ext: and the external id of a customer: the open"
          + " call, or else the last.";
  private static final String REACHED =
      """
      {"outcome":"REACHED","said":"The customer wants one familiar person; Bill comes from now on."}\
      """;
  private static final String PATCH_EXAMPLE =
      """
      {"owner":"Maria"}\
      """;

  private final ListingFollowUps listing;
  private final FindingFollowUp finding;
  private final FollowUps followUps;
  private final PlanningFollowUp planning;
  private final ClaimingFollowUp claiming;
  private final RecordingOutcome recording;
  private final Customers customers;

  FollowUpResource(
      ListingFollowUps listing,
      FindingFollowUp finding,
      FollowUps followUps,
      PlanningFollowUp planning,
      ClaimingFollowUp claiming,
      RecordingOutcome recording,
      Customers customers) {
    this.listing = listing;
    this.finding = finding;
    this.followUps = followUps;
    this.planning = planning;
    this.claiming = claiming;
    this.recording = recording;
    this.customers = customers;
  }

  @GET
  @Operation(
      operationId = "listFollowUps",
      summary = "List calls to make, due first",
      description =
          "A raised flag opens one, up to the weekly capacity of the company: where most is at"
              + " stake first, then the oldest flag. Of those due on one day the same order holds."
              + " Others follow on what a customer said, on a case, on a visit, before somebody new"
              + " comes, and after a customer left.")
  @APIResponse(responseCode = "200", description = "A page of follow-ups")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Page<FollowUpView> list(
      @Parameter(
              description = "The id of a customer, or ext: and an external id.",
              example = "ext:C0001")
          @QueryParam("customerId")
          Ref customer,
      @Valid @BeanParam FollowUpFilter filter,
      @BeanParam PageRequest page) {
    return listing.page(filter, customers.idOf(customer), page);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getFollowUp", summary = "Read a call to make, with every try so far")
  @APIResponseSchema(
      value = FollowUpDetail.class,
      responseCode = "200",
      responseDescription = "The follow-up")
  public Response get(
      @Parameter(description = NAMED, example = "ext:C0001") @PathParam("id") Ref ref) {
    return show(finding.id(ref));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @Operation(
      operationId = "planFollowUp",
      summary = "Give a call to somebody, or move it to another day",
      description =
          "A JSON Merge Patch, with the ETag of the follow-up in If-Match. A call that somebody has"
              + " in hand is theirs to give away or to move, a manager's and an admin's; given to"
              + " another, it is free until they take it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = FollowUpPatch.class),
              examples = @ExampleObject(name = "Maria takes it", value = PATCH_EXAMPLE)))
  @APIResponseSchema(
      value = FollowUpDetail.class,
      responseCode = "200",
      responseDescription = "The follow-up")
  @APIResponse(
      responseCode = "409",
      description = "The follow-up is closed; or somebody else has it in hand, who is named")
  public Response plan(
      @Parameter(description = NAMED, example = "ext:C0001") @PathParam("id") Ref ref,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull JsonNode patch) {
    UUID id = finding.id(ref);
    planning.plan(id, ifMatch, patch);
    return show(id);
  }

  @POST
  @Path("/{id}/claim")
  @Idempotent
  @Operation(
      operationId = "claimFollowUp",
      summary = "Take a call in hand",
      description =
          "Of two people who take it at once one has it, the other gets 409. It is free again after a"
              + " try that reached nobody, and when they, a manager or an admin give it to somebody"
              + " else.")
  @APIResponseSchema(
      value = FollowUpDetail.class,
      responseCode = "201",
      responseDescription = "The follow-up, which is the caller's")
  @APIResponse(
      responseCode = "409",
      description = "Somebody else has it in hand, who is named; or it is closed")
  public Response claim(
      @Parameter(description = NAMED, example = "ext:C0001") @PathParam("id") Ref ref) {
    UUID id = finding.id(ref);
    claiming.claim(id);
    return created(id);
  }

  @POST
  @Path("/{id}/outcome")
  @Idempotent
  @Operation(
      operationId = "recordFollowUpOutcome",
      summary = "Record what came of a call",
      description =
          "REACHED closes the follow-up and marks its flag ACTED; after NO_ANSWER it is due again"
              + " on the next business day. Of a call about a case that is being rebuilt either is"
              + " the check-in that was due.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewFollowUpOutcome.class),
              examples = @ExampleObject(name = "The customer was reached", value = REACHED)))
  @APIResponseSchema(
      value = FollowUpDetail.class,
      responseCode = "201",
      responseDescription = "The follow-up, with its new outcome")
  @APIResponse(responseCode = "409", description = "The follow-up is closed")
  @APIResponse(responseCode = "422", description = "There is no coming change to tell of")
  @APIResponse(responseCode = "503", description = "jobs-service, which must be told, is away")
  public Response recordOutcome(
      @Parameter(description = NAMED, example = "ext:C0003") @PathParam("id") Ref ref,
      @NotNull @Valid NewFollowUpOutcome outcome) {
    UUID id = finding.id(ref);
    recording.record(id, outcome);
    return created(id);
  }

  private Response created(UUID id) {
    Versioned recorded = listing.get(id);
    FollowUpDetail detail = detail(recorded.followUp());
    return ETags.created(
        URI.create("/v1/follow-ups/" + id), detail, ETags.covering(id, recorded.version(), detail));
  }

  private Response show(UUID id) {
    Versioned found = listing.get(id);
    FollowUpDetail detail = detail(found.followUp());
    return ETags.ok(detail, ETags.covering(id, found.version(), detail));
  }

  private FollowUpDetail detail(FollowUpView followUp) {
    return new FollowUpDetail(followUp, followUps.outcomes(followUp.id()));
  }

  /** A follow-up with its tries. */
  @Schema(name = "FollowUpDetail")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FollowUpDetail(
      @JsonUnwrapped FollowUpView followUp,
      @Schema(description = "Every try, oldest first.") List<FollowUpOutcomeView> outcomes) {}
}
