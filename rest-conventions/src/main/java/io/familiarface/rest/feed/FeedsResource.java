package io.familiarface.rest.feed;

import io.familiarface.feed.CloudEventsBatch;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.InvalidPollException;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves the feeds of this service as CloudEvents (http-feeds.org). */
@Path("/v1/feeds")
@Tag(name = "Feeds", description = "What has changed, in order, for other systems to follow.")
public class FeedsResource {
  private static final int USUAL = 500;

  private final ServedFeeds feeds;
  private final Caller caller;

  FeedsResource(ServedFeeds feeds, Caller caller) {
    this.feeds = feeds;
    this.caller = caller;
  }

  @GET
  @Path("/{name}")
  @Produces(CloudEventsBatch.MEDIA_TYPE)
  @RolesAllowed({Role.SERVICE, Role.INTEGRATION, Role.ADMIN})
  @NonBlocking
  @Operation(
      summary = "Read a feed",
      description =
          "The events after a place, in order. With a timeout the answer waits until there are"
              + " some. Store the id of the last event in the transaction that applies it, and pass"
              + " it as lastEventId the next time. Feeds of whole persons are for services alone.")
  @APIResponse(
      responseCode = "200",
      description = "A batch of CloudEvents; empty when nothing has happened.",
      content =
          @Content(
              mediaType = CloudEventsBatch.MEDIA_TYPE,
              schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
  public CompletionStage<Response> getFeed(
      @Parameter(description = "The name of the feed.") @PathParam("name") String name,
      @Parameter(
              description = "The id of the last event that you have; leave it out to start.",
              examples = @ExampleObject(name = "from the start", value = ""))
          @QueryParam("lastEventId")
          String lastEventId,
      @Parameter(
              description =
                  "How long to wait for events, in milliseconds; at most 30000 are waited.",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0", minimum = "0"))
          @QueryParam("timeout")
          String timeout,
      @Parameter(
              description = "How many events at most; capped at 1000.",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "500", minimum = "1"))
          @QueryParam("limit")
          String limit,
      @Parameter(
              description =
                  "The Feed-Epoch of the answer in which you got lastEventId. With it you are told"
                      + " by 410 when the database was set back to an earlier state since and you"
                      + " know more than the feed does: then start from the beginning.")
          @QueryParam("epoch")
          String epoch) {
    mayRead(name);
    Cursor after = Cursor.parse(lastEventId).in(epoch(epoch));
    Duration wait = Duration.ofMillis(number("timeout", timeout, 0));
    int most = (int) Math.min(number("limit", limit, USUAL), Integer.MAX_VALUE);
    return feeds.poll(name, after, wait, most).thenApply(FeedsResource::answer);
  }

  private void mayRead(String name) {
    if (!feeds.isServed(name)) {
      throw CommonProblem.NOT_FOUND.because("This service publishes no such feed.");
    }
    if (feeds.readersOf(name).stream().noneMatch(caller::is)) {
      throw CommonProblem.FORBIDDEN.because(
          "This feed is for the roles " + String.join(", ", feeds.readersOf(name)) + ".");
    }
  }

  private static UUID epoch(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return Uuids.parse(text)
        .orElseThrow(
            () -> new InvalidPollException("epoch", "The epoch is the Feed-Epoch of an answer."));
  }

  private static long number(String name, String text, long usual) {
    if (text == null) {
      return usual;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidPollException(name, "The " + name + " is a whole number.");
    }
  }

  private static Response answer(FeedPage page) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
    try {
      CloudEventsBatch.write(body, page.events());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Response.ResponseBuilder answer = Response.ok(body.toByteArray(), CloudEventsBatch.MEDIA_TYPE);
    if (page.epoch() != null) {
      answer.header(FeedPage.EPOCH, page.epoch());
    }
    return answer
        .header("Cache-Control", "no-store")
        .header(FeedPage.HEAD, page.head())
        .header(FeedPage.COMPACTED, page.compacted())
        .build();
  }
}
