package io.familiarface.rest.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.familiarface.feed.consumer.ConsumerStatus;
import io.familiarface.feed.consumer.ParkedEvent;
import io.familiarface.feed.consumer.Replay;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows how far this service has come in the feeds of the others, and what it could not apply. */
@Path("/v1/feeds/consumers")
@Produces("application/json")
@Tag(name = "Feeds")
@Blocking
public class ConsumersResource {
  private final FollowedFeeds feeds;

  ConsumersResource(FollowedFeeds feeds) {
    this.feeds = feeds;
  }

  /** An event that was set aside; its data may hold personal data and is for admins. */
  public record ParkedView(
      String id,
      String type,
      String subject,
      Instant time,
      @JsonRawValue String data,
      String problem) {
    static ParkedView from(ParkedEvent parked) {
      var event = parked.event();
      return new ParkedView(
          event.cursor().toString(),
          event.type(),
          event.subject(),
          event.time(),
          event.data(),
          parked.problem());
    }
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.SERVICE})
  @Operation(
      summary = "How far this service is behind",
      description = "One line for each feed that this service follows; behind 0 means up to date.")
  public List<ConsumerStatus> listFeedConsumers() throws Exception {
    return feeds.status();
  }

  @GET
  @Path("/{feed}/parked")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      summary = "Events that could not be applied",
      description = "With the events of the same subject that wait behind them, in order.")
  public Page<ParkedView> listParkedEvents(
      @PathParam("feed") String feed, @BeanParam PageRequest page) throws Exception {
    long after = page.after().map(key -> key.whole(0)).orElse(0L);
    List<ParkedEvent> found = feeds.parked(feed).list(after, page.limit() + 1);
    return Page.of(found, page, p -> Key.of(p.event().position()), ParkedView::from);
  }

  @POST
  @Path("/{feed}/parked/{subject}/replay")
  @RolesAllowed(Role.ADMIN)
  @Idempotent
  @Operation(
      summary = "Try the parked events of a subject again",
      description =
          """
          Applies them in order, up to the first that still fails. Each that could be applied stays \
          applied, whatever becomes of the next; repeating it is safe.""")
  @APIResponse(
      responseCode = "200",
      description = "What came of it",
      content = @Content(schema = @Schema(implementation = Replay.class)))
  public Response replayParkedEvents(
      @PathParam("feed") String feed, @PathParam("subject") String subject) throws Exception {
    return Response.ok(feeds.parked(feed).replay(subject)).build();
  }
}
