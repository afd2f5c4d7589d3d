package io.familiarface.feedback.backtest;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.calculation.Calculation;
import io.familiarface.feedback.calculation.Calculation.State;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import io.familiarface.risk.backtest.BackTestReport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/risk")
@Tag(name = "Risk")
@RolesAllowed({Role.ADMIN, Role.MANAGER})
class BackTestResource {
  private static final int ASK_AGAIN_SECONDS = 2;
  private static final String NEWEST = "newest";

  private final BackTestPeriod period;
  private final BackTests backTests;
  private final Caller caller;
  private final ZoneId zone;

  BackTestResource(
      BackTestPeriod period,
      BackTests backTests,
      Caller caller,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.period = period;
    this.backTests = backTests;
    this.caller = caller;
    this.zone = zone;
  }

  @GET
  @Path("/backtest")
  @Blocking
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      operationId = "runBackTest",
      summary = "Read what the engine would have been worth over a past time",
      description =
          "At each of the origins a model is learned from what was known then and judged by who"
              + " left in the 90 days after. Answered with the report when it is there within 60"
              + " seconds (Prefer: wait=…, at most 120), else with 202 and the address that says"
              + " how far it is; with Prefer: respond-async at once. Accept: text/html answers a"
              + " page with plots; /backtest/ is a page to ask from.")
  @APIResponseSchema(
      value = BackTestReport.class,
      responseCode = "200",
      responseDescription = "The report")
  @APIResponse(
      responseCode = "202",
      description = "It runs; Location says where to look",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BackTestView.class)))
  @APIResponse(responseCode = "400", description = "The time makes no sense")
  @APIResponse(responseCode = "422", description = "The history does not hold that time")
  @APIResponse(responseCode = "503", description = "One for another question runs")
  public Uni<Response> run(
      @Parameter(description = "The first origin; two years before the end if left out.")
          @QueryParam("from")
          Instant from,
      @Parameter(description = "The end of what is looked at; the newest event if left out.")
          @QueryParam("to")
          Instant to,
      @Parameter(description = "How many origins, 1 to 60; 12 if left out.", example = "6")
          @QueryParam("origins")
          Integer origins,
      @Parameter(description = "respond-async, or wait= and seconds.") @HeaderParam("Prefer")
          String prefer,
      @Context HttpHeaders headers) {
    Duration wait = PreferHeader.wait(prefer);
    boolean html = PlotPage.isAskedFor(headers);
    BackTestQuestion question = period.complete(from, to, origins);
    Calculation one =
        backTests.findOrStart(question, caller.name()).orElseThrow(BackTestResource::another);
    if (wait.isZero()) {
      return Uni.createFrom().item(() -> accepted(one));
    }
    if (one.state() != State.RUNNING) {
      return Uni.createFrom().item(() -> answer(one, html));
    }
    return backTests
        .end(one)
        .map(end -> Uni.createFrom().completionStage(end))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .ifNoItem()
        .after(wait)
        .recoverWithItem(() -> null)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(ended -> answer(backTests.byId(one.id()).orElse(one), html));
  }

  @GET
  @Path("/backtests/{id}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      operationId = "getBackTest",
      summary = "Read how far a back-test is, with its report once it is there",
      description =
          "'newest' is the one that was asked for last. Accept: text/html answers the page with"
              + " plots, once it is there.")
  @APIResponseSchema(
      value = BackTestView.class,
      responseCode = "200",
      responseDescription = "The back-test")
  @APIResponse(responseCode = "404", description = "There is none, or not any more")
  public Response get(
      @Parameter(description = "As asking for one answered it, or newest.", example = "newest")
          @PathParam("id")
          String id,
      @Context HttpHeaders headers) {
    Calculation one =
        (id.equals(NEWEST) ? backTests.newest() : Uuids.parse(id).flatMap(backTests::byId))
            .orElseThrow(
                () ->
                    FeedbackProblem.NO_SUCH_BACK_TEST.because(
                        "There is no such back-test, or not any more; ask for it with"
                            + " GET /v1/risk/backtest."));
    return one.state() == State.DONE && PlotPage.isAskedFor(headers)
        ? page(one)
        : view(Response.ok(), one);
  }

  private Response answer(Calculation one, boolean html) {
    return switch (one.state()) {
      case DONE ->
          html ? page(one) : Response.ok(one.result(), MediaType.APPLICATION_JSON_TYPE).build();
      case FAILED -> throw FeedbackProblem.BACK_TEST_REFUSED.because(one.verdict());
      default -> accepted(one);
    };
  }

  private Response accepted(Calculation one) {
    return view(
        Response.accepted()
            .location(URI.create("/v1/risk/backtests/" + one.id()))
            .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS),
        one);
  }

  private Response view(Response.ResponseBuilder answer, Calculation one) {
    return answer
        .entity(BackTestView.of(one, backTests.question(one)))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private Response page(Calculation one) {
    return Response.ok(BackTestPage.of(backTests.report(one), zone).html())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .build();
  }

  private static RuntimeException another() {
    return FeedbackProblem.BACK_TEST_RUNNING
        .start()
        .withDetail("One back-test runs at a time; this one can be asked for when it has ended.")
        .withHeader(HttpHeaders.RETRY_AFTER, "10")
        .build();
  }
}
