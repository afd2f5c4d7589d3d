package io.familiarface.customers.referral;

import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.time.BusinessTime;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Referrals",
    description = "Whom customers recommended us to: asked, given, contacted, became a customer.")
class ReferralResource {
  private static final Duration A_YEAR = Duration.ofDays(365);

  private final Customers customers;
  private final Referrals referrals;
  private final RecordingReferral recording;
  private final BusinessTime time;

  ReferralResource(
      Customers customers, Referrals referrals, RecordingReferral recording, BusinessTime time) {
    this.customers = customers;
    this.referrals = referrals;
    this.recording = recording;
    this.time = time;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "List referrals", description = "Those asked for last come first.")
  @APIResponse(responseCode = "200", description = "A page of referrals.")
  @APIResponse(responseCode = "404", description = "There is no such customer.")
  public Page<ReferralView> listReferrals(
      @BeanParam ReferralFilter filter, @BeanParam PageRequest page) {
    var giver = filter.byCustomerId == null ? null : customers.idOf(filter.byCustomerId);
    return referrals.page(giver, filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Operation(
      summary = "Record that a customer was asked for a referral, or gave one",
      description = "Without a name they were asked and have named nobody yet.")
  @APIResponseSchema(
      value = ReferralView.class,
      responseCode = "201",
      responseDescription = "Recorded.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  @APIResponse(responseCode = "422", description = "unknown-customer")
  public Response recordReferral(@NotNull @Valid NewReferral details) {
    Referral referral = recording.record(details);
    return ETags.created(
        URI.create("/v1/referrals/" + referral.id),
        ReferralView.of(referral),
        referral.id,
        referral.version);
  }

  @GET
  @Path("/summary")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "See what asking for referrals comes to",
      description = "By where they come from, or by who asked. Of the last year unless said.")
  public ReferralSummary summarizeReferrals(
      @QueryParam("by")
          @Parameter(
              description = "source, which it is if left out, or askedBy.",
              example = "source")
          ReferralSummary.By by,
      @QueryParam("from") @Parameter(description = "First day or instant.") Instant from,
      @QueryParam("to") @Parameter(description = "Up to, and without, this day or instant.")
          Instant to) {
    Instant end = to == null ? time.now().plusSeconds(1) : to;
    Instant start = from == null ? end.minus(A_YEAR) : from;
    if (!start.isBefore(end)) {
      throw CommonProblem.INVALID_REQUEST.at("?from", "from is before to.");
    }
    var key = by == null ? ReferralSummary.By.source : by;
    return new ReferralSummary(key, start, end, referrals.summary(key, start, end));
  }

  @GET
  @Path("/{referralId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a referral")
  @APIResponseSchema(
      value = ReferralView.class,
      responseCode = "200",
      responseDescription = "The referral; ETag names the version.")
  public Response getReferral(@PathParam("referralId") @Parameter(example = "ext:R0001") Ref ref) {
    Referral referral = referrals.get(ref);
    return ETags.shown(ReferralView.of(referral), referral.id, referral.version);
  }

  @POST
  @Path("/{referralId}/state")
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Say what became of a referral",
      description =
          "Given, contacted, became a customer (say which), or declined. A step that is not due is"
              + " refused with those that are.")
  @APIResponseSchema(
      value = ReferralView.class,
      responseCode = "200",
      responseDescription = "The referral as it is now.")
  @APIResponse(responseCode = "409", description = "referral-step-not-due")
  @APIResponse(responseCode = "422", description = "unknown-customer")
  public Response moveReferral(
      @PathParam("referralId") @Parameter(example = "ext:R0002") Ref ref,
      @NotNull @Valid NewReferralState step) {
    Referral referral = recording.move(ref, step);
    return ETags.ok(ReferralView.of(referral), referral.id, referral.version);
  }
}
