package io.familiarface.feedback.complaint;

import io.familiarface.feedback.complaint.StepBodies.NewApology;
import io.familiarface.feedback.complaint.StepBodies.NewApproval;
import io.familiarface.feedback.complaint.StepBodies.NewAssessment;
import io.familiarface.feedback.complaint.StepBodies.NewCheckIn;
import io.familiarface.feedback.complaint.StepBodies.NewClosure;
import io.familiarface.feedback.complaint.StepBodies.NewDelivery;
import io.familiarface.feedback.complaint.StepBodies.NewRemedy;
import io.familiarface.feedback.complaint.StepBodies.NewReopening;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/complaints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
@Tag(
    name = "Recovery",
    description =
        "Mending what a customer complained of, one step after the other: RECEIVED, ASSESSED,"
            + " OWNED, (AWAITING_APPROVAL,) REMEDY_AGREED, REMEDIED, REBUILDING, and CLOSED or"
            + " LOST.")
@APIResponse(
    responseCode = "201",
    description = "The complaint as it now is, with what is next",
    content = @Content(schema = @Schema(implementation = ComplaintView.class)))
@APIResponse(
    responseCode = "409",
    description = "The step is not due; needs[] names what comes before it")
class CaseStepsResource {
  private static final String WHICH = "The id of a complaint, or ext: and its external id.";

  private final AdvancingCase advancing;

  CaseStepsResource(AdvancingCase advancing) {
    this.advancing = advancing;
  }

  @POST
  @Path("/assessment")
  @Idempotent
  @Operation(
      operationId = "assessComplaint",
      summary = "Say what happened, how big the damage is and whose fault it was")
  public Response assess(
      @Parameter(description = WHICH, example = "ext:KCASE-1") @PathParam("id") Ref ref,
      @NotNull @Valid NewAssessment assessment) {
    return answer(advancing.assess(ref, assessment));
  }

  @POST
  @Path("/apology")
  @Idempotent
  @Operation(
      operationId = "apologise",
      summary = "Record who apologised, and what they promised to change")
  public Response apologise(
      @Parameter(description = WHICH, example = "ext:KCASE-2") @PathParam("id") Ref ref,
      @NotNull @Valid NewApology apology) {
    return answer(advancing.apologise(ref, apology));
  }

  @POST
  @Path("/remedy")
  @Idempotent
  @Operation(
      operationId = "agreeOnRemedy",
      summary = "Record what the customer asked for, and what was agreed",
      description =
          "Where the customer gets more by it than the caller's role may give, the rounds before and"
              + " the customer's other cases of the last days (30 unless configured) included, it"
              + " awaits the approval of somebody else. An invoice that it names is not somebody"
              + " else's.")
  @APIResponse(responseCode = "422", description = "not-their-invoice")
  public Response agree(
      @Parameter(description = WHICH, example = "ext:KCASE-3") @PathParam("id") Ref ref,
      @NotNull @Valid NewRemedy remedy) {
    return answer(advancing.agree(ref, remedy));
  }

  @POST
  @Path("/approval")
  @Idempotent
  @Operation(
      operationId = "approveRemedy",
      summary = "Allow a remedy, or refuse it",
      description =
          "By another person than the one who agreed on it, within their own limit. With an amount,"
              + " only of a remedy that is worth so much: another may have been agreed meanwhile.")
  @APIResponse(
      responseCode = "409",
      description =
          "The step is not due; needs[] names what comes before it. Or another remedy has been"
              + " agreed meanwhile")
  @APIResponse(
      responseCode = "403",
      description = "The caller agreed on it, or may not give so much")
  public Response approve(
      @Parameter(description = WHICH, example = "ext:KCASE-4") @PathParam("id") Ref ref,
      @NotNull @Valid NewApproval approval) {
    return answer(advancing.approve(ref, approval));
  }

  @POST
  @Path("/delivery")
  @Idempotent
  @Operation(
      operationId = "deliverRemedy",
      summary = "Record that what was agreed has been done",
      description = "A remedy worth money becomes a credit in accounting by itself.")
  public Response deliver(
      @Parameter(description = WHICH, example = "ext:KCASE-5") @PathParam("id") Ref ref,
      @NotNull @Valid NewDelivery delivery) {
    return answer(advancing.deliver(ref, delivery));
  }

  @POST
  @Path("/check-ins")
  @Idempotent
  @Operation(
      operationId = "checkIn",
      summary = "Record how the customer is, weeks and months later",
      description = "Or, with answered: false, that nobody was reached.")
  public Response checkIn(
      @Parameter(description = WHICH, example = "ext:KCASE-6") @PathParam("id") Ref ref,
      @NotNull @Valid NewCheckIn checkIn) {
    return answer(advancing.checkIn(ref, checkIn));
  }

  @POST
  @Path("/closure")
  @Idempotent
  @Operation(
      operationId = "closeComplaint",
      summary = "End the case by the customer's own word, or by their silence")
  public Response close(
      @Parameter(description = WHICH, example = "ext:KCASE-7") @PathParam("id") Ref ref,
      @NotNull @Valid NewClosure closure) {
    return answer(advancing.close(ref, closure));
  }

  @POST
  @Path("/reopening")
  @Idempotent
  @Operation(
      operationId = "reopenComplaint",
      summary = "Record that the customer came back with it",
      description = "The case begins anew, and weighs far more than a first one.")
  public Response reopen(
      @Parameter(description = WHICH, example = "ext:KCASE-8") @PathParam("id") Ref ref,
      @NotNull @Valid NewReopening reopening) {
    return answer(advancing.reopen(ref, reopening));
  }

  private static Response answer(Complaint complaint) {
    return ETags.created(
        URI.create("/v1/complaints/" + complaint.id),
        ComplaintView.of(complaint),
        complaint.id,
        complaint.version);
  }
}
