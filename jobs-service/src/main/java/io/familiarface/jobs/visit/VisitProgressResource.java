package io.familiarface.jobs.visit;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;
import static io.familiarface.rest.security.Role.TECHNICIAN;

import io.familiarface.jobs.agreement.AskedBy;
import io.familiarface.rest.Ref;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to a visit between its planning and its end. */
@Path("/v1/visits/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
class VisitProgressResource {

  @Schema(
      name = "Told",
      example =
          """
          {}\
          """)
  record Told(
      @Schema(description = "When the customer was told; now if not given.") Instant toldAt,
      @Schema(description = "When the new technician was introduced, if so.") Instant introducedAt,
      @Schema(description = "How the customer was told; null if nobody has said.")
          ToldHow toldHow) {}

  @Schema(
      name = "Rescheduling",
      example =
          """
          {"scheduledAt": "{today+21}T22:30:00Z"}\
          """)
  record Rescheduling(
      @Schema(examples = "2027-02-08T15:00:00Z") @NotNull Instant scheduledAt,
      @Schema(
              description =
                  "Who wanted it so: that customers move visits is a signal of their risk. Null if"
                      + " nobody knows.")
          AskedBy askedBy,
      @Schema(
              description =
                  "Why whoever comes goes outside of their working hours, or without a licence, all the same.")
          @Size(min = 1, max = 500) String override,
      @Schema(description = "true: on that day, at no time that anybody has said.")
          Boolean anyTime) {}

  @Schema(
      name = "Arrival",
      example =
          """
          {}\
          """)
  record Arrival(
      @Schema(description = "When the technician arrived; now if not given.") Instant arrivedAt) {}

  @Schema(
      name = "Completion",
      example =
          """
          {"onTime": true}\
          """)
  record Completion(
      @Schema(description = "When the visit was done; now if not given.") Instant completedAt,
      @Schema(
              description =
                  "Whether the technician came when agreed. If left out, by the arrival and its window,"
                      + " where both are known; null if nobody knows.")
          Boolean onTime) {}

  @Schema(
      name = "Miss",
      example =
          """
          {"reason": "CUSTOMER_NOT_THERE"}\
          """)
  record Miss(
      @Schema(description = "When it was clear that nobody comes; now if not given.")
          Instant missedAt,
      @Schema(examples = "TECHNICIAN_DID_NOT_COME") @NotNull MissedReason reason) {}

  private final TellingCustomer telling;
  private final ReschedulingVisit rescheduling;
  private final ArrivingAtVisit arriving;
  private final CompletingVisit completing;
  private final VisitResponses responses;

  VisitProgressResource(
      TellingCustomer telling,
      ReschedulingVisit rescheduling,
      ArrivingAtVisit arriving,
      CompletingVisit completing,
      VisitResponses responses) {
    this.telling = telling;
    this.rescheduling = rescheduling;
    this.arriving = arriving;
    this.completing = completing;
    this.responses = responses;
  }

  @POST
  @Path("/told")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Record that the customer was told who will come",
      description = "An empty object says: told just now.")
  @APIResponseSchema(value = VisitView.class, responseCode = "201")
  public Response tellCustomer(
      @Parameter(example = "ext:V0003-NEXT") @PathParam("id") Ref id, @Valid @NotNull Told told) {
    return responses.created(telling.tell(id, told.toldAt(), told.introducedAt(), told.toldHow()));
  }

  @POST
  @Path("/reschedule")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Move a visit to another time",
      description =
          "If somebody stood in for a sick or holidaying technician who is back and free by then,"
              + " the technician takes the visit back. Nobody is sent to two visits at once: that"
              + " is a 409 which names the other one. So is a time at which whoever comes doesn't"
              + " work, or has lost a licence, unless override says why.")
  @APIResponseSchema(value = VisitView.class, responseCode = "201")
  public Response rescheduleVisit(
      @Parameter(example = "ext:V0004-NEXT") @PathParam("id") Ref id,
      @Valid @NotNull Rescheduling to) {
    return responses.created(
        rescheduling.reschedule(
            id,
            new ReschedulingVisit.Move(
                to.scheduledAt(), Boolean.TRUE.equals(to.anyTime()), to.askedBy(), to.override())));
  }

  @POST
  @Path("/arrival")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Record that the technician has arrived",
      description =
          "An empty object says: arrived just now. Once for a visit, and not before its day; that it"
              + " is completed says by this whether it was on time.")
  @APIResponseSchema(value = VisitView.class, responseCode = "201")
  public Response arriveAtVisit(
      @Parameter(example = "ext:V0003-DUE") @PathParam("id") Ref id, @Valid Arrival arrival) {
    return responses.created(arriving.arrive(id, arrival == null ? null : arrival.arrivedAt()));
  }

  @POST
  @Path("/completion")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Record that a visit is done",
      description = "An empty object says: done just now.")
  @APIResponseSchema(value = VisitView.class, responseCode = "201")
  public Response completeVisit(
      @Parameter(example = "ext:V0003-DUE") @PathParam("id") Ref id, @Valid Completion completion) {
    return responses.created(
        completion == null
            ? completing.complete(id, null, null)
            : completing.complete(id, completion.completedAt(), completion.onTime()));
  }

  @POST
  @Path("/missed")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR, TECHNICIAN})
  @Operation(
      summary = "Record that a visit does not take place",
      description =
          "On its day, or later; with NO_TECHNICIAN_AVAILABLE, WEATHER or OTHER as soon as it is clear"
              + " that we can't come. Where we do not come and it is still ahead, a notice is made:"
              + " the customer has to be told. Whoever was to take over with it does so with the"
              + " next.")
  @APIResponseSchema(value = VisitView.class, responseCode = "201")
  public Response missVisit(
      @Parameter(example = "ext:V0004-DUE") @PathParam("id") Ref id, @Valid @NotNull Miss miss) {
    return responses.created(completing.miss(id, miss.missedAt(), miss.reason()));
  }
}
