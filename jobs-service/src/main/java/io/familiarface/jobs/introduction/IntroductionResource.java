package io.familiarface.jobs.introduction;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.CSR;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.jobs.visit.Introduction;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

@Path("/v1/introductions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Introductions",
    description = "Where whoever comes next meets a customer, with whom they know.")
class IntroductionResource {
  private static final String NAMED =
      "The id of the introduction, or ext: and the external id of the visit of whoever is"
          + " introduced.";

  @Schema(
      name = "IntroductionDone",
      example =
          """
          {}\
          """)
  record IntroductionDone(
      @Schema(
              description =
                  "When they met; if left out, when they were to; or now, if that is yet to come or"
                      + " it is NEEDED.")
          Instant introducedAt) {}

  @Schema(
      name = "IntroductionDropped",
      example =
          """
          {"reason": "The customer would rather meet them on the day."}\
          """)
  record IntroductionDropped(
      @Schema(examples = "The customer would rather meet them on the day.")
          @NotNull @Size(min = 1, max = 500) String reason) {}

  private final FoundIntroductions introductions;
  private final ArrangingIntroduction arranging;
  private final EndingIntroduction ending;

  IntroductionResource(
      FoundIntroductions introductions,
      ArrangingIntroduction arranging,
      EndingIntroduction ending) {
    this.introductions = introductions;
    this.arranging = arranging;
    this.ending = ending;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "List introductions, soonest first",
      description =
          "An accepted plan makes one for each hand-over for which a visit fits. Both are held for"
              + " it. It moves with the visit at which it is to be. Where it can't, or whoever is"
              + " introduced is away or doesn't work then, it is NEEDED: arrange another one, or drop it. It is DROPPED"
              + " when somebody else is sent, or the visit that it is for does not take place; NEEDED,"
              + " also when that visit has been.")
  public Page<IntroductionView> listIntroductions(
      @BeanParam IntroductionFilter filter, @BeanParam PageRequest page) {
    return introductions.page(filter, page);
  }

  @POST
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Arrange an introduction",
      description =
          "Whoever is assigned to a visit is to be at one before it, which somebody makes whom the"
              + " customer knows. It takes the place of what was arranged for the visit before. A time"
              + " at which whoever is introduced doesn't work is refused, unless override says why.")
  @APIResponseSchema(value = IntroductionView.class, responseCode = "201")
  @APIResponse(responseCode = "404", description = "There is no such visit")
  @APIResponse(
      responseCode = "409",
      description =
          "double-booked, technician-absent, outside-hours, or one of the visits is no longer to"
              + " come")
  @APIResponse(
      responseCode = "422",
      description = "nobody-to-introduce: these two visits introduce nobody")
  public Response arrangeIntroduction(@Valid @NotNull NewIntroduction wanted) {
    return created(
        introductions.get(
            Ref.of(arranging.arrange(wanted.visit(), wanted.jointVisit(), wanted.override()))));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(summary = "Read an introduction")
  @APIResponseSchema(value = IntroductionView.class, responseCode = "200")
  public Response getIntroduction(
      @Parameter(description = NAMED, example = "ext:V9102-2") @PathParam("id") Ref id) {
    Introduction one = introductions.get(id);
    IntroductionView view = IntroductionView.of(one);
    return ETags.ok(view, view.tag(one.version()));
  }

  @POST
  @Path("/{id}/done")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Record that the customer has met whoever comes next",
      description = "Marks the visit that it is for with it; only that counts as introduced.")
  @APIResponseSchema(value = IntroductionView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "introduction-ended: it is DONE or DROPPED")
  public Response completeIntroduction(
      @Parameter(description = NAMED, example = "ext:V9102-2") @PathParam("id") Ref id,
      @Valid @NotNull IntroductionDone done) {
    return created(ending.done(id, done.introducedAt()));
  }

  @POST
  @Path("/{id}/dropped")
  @Idempotent
  @RolesAllowed({ADMIN, MANAGER, CSR})
  @Operation(
      summary = "Drop an introduction",
      description = "Nobody is held for it any more; the visits stay as they are.")
  @APIResponseSchema(value = IntroductionView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "introduction-ended: it is DONE or DROPPED")
  public Response dropIntroduction(
      @Parameter(description = NAMED, example = "ext:V9103-2") @PathParam("id") Ref id,
      @Valid @NotNull IntroductionDropped dropped) {
    return created(ending.drop(id, dropped.reason()));
  }

  private static Response created(Introduction one) {
    IntroductionView view = IntroductionView.of(one);
    return ETags.created(
        URI.create("/v1/introductions/" + one.id()), view, view.tag(one.version()));
  }
}
