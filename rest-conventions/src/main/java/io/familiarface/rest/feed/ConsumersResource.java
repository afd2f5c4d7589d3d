package io.familiarface.rest.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.MalformedCursorException;
import io.familiarface.feed.consumer.ConsumerStatus;
import io.familiarface.feed.consumer.ParkedEvent;
import io.familiarface.feed.consumer.Replay;
import io.familiarface.feed.consumer.WaitsBehindException;
import io.familiarface.rest.Uuids;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Role;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows how far this service has come in the feeds of the others, and what it could not apply. */
@Path("/v1/feeds/consumers")
@Produces("application/json")
@Tag(name = "Feeds")
@Blocking
public class ConsumersResource {
  private final FollowedFeeds feeds;
  private final AuditTrail audit;

  ConsumersResource(FollowedFeeds feeds, AuditTrail audit) {
    this.feeds = feeds;
    this.audit = audit;
  }

  /** An event that was set aside; its data may hold personal data and is for admins. */
  public record ParkedView(
      String id,
      String type,
      String subject,
      Instant time,
      @Schema(type = SchemaType.OBJECT, description = "What the event says.") @JsonRawValue
          String data,
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
      summary = "List how far this service is behind",
      description =
          """
          One line for each feed that this service follows. `behind` is how many events are still \
          to be applied, those that are parked among them; 0 means up to date, and is never said \
          while something keeps this service from going on, or while nobody knows: `problem` says \
          what.\
          """)
  public List<ConsumerStatus> listFeedConsumers() throws Exception {
    return feeds.statusByProducers();
  }

  @GET
  @Path("/{feed}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.SERVICE})
  @Operation(
      summary = "Read how far this service is behind in one feed",
      description = "While a rebuild is under way, `rebuild` says how far it is.")
  public ConsumerStatus getFeedConsumer(@PathParam("feed") String feed) {
    return feeds.statusByProducer(feed);
  }

  @POST
  @Path("/{feed}/rebuild")
  @RolesAllowed(Role.ADMIN)
  @Idempotent
  @Operation(
      summary = "Make what is derived from a feed anew",
      description =
          """
          Reads the whole feed and replaces all that was ever derived from it, customer by \
          customer. What is wrong in the copies is right afterwards, and whom the feed tells of no \
          more is gone; nobody sees anything half done. Not needed after a restore from backup: \
          then it happens by itself. While one is under way another request changes nothing.\
          """)
  @APIResponseSchema(
      value = ConsumerStatus.class,
      responseCode = "202",
      responseDescription = "It begins within seconds; follow Location to see how far it is.")
  public Response rebuildFeedConsumer(@PathParam("feed") String feed) throws Exception {
    feeds.requestRebuild(feed);
    return Response.accepted(feeds.status(feed))
        .location(URI.create("/v1/feeds/consumers/" + feed))
        .build();
  }

  @GET
  @Path("/{feed}/parked")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      summary = "List events that could not be applied",
      description = "With the events of the same subject that wait behind them, in order.")
  public Page<ParkedView> listParkedEvents(
      @PathParam("feed") String feed, @BeanParam PageRequest page) throws Exception {
    long after = page.after().map(key -> key.whole(0)).orElse(0L);
    List<ParkedEvent> found = feeds.parked(feed).list(after, page.limit() + 1);
    return Page.of(found, page, p -> Key.of(p.event().position()), ParkedView::from);
  }

  /**
   * Why a parked event is given up.
   *
   * @param reason goes to the audit trail
   */
  @Schema(examples = "{\"reason\": \"The visit was made up to try the import.\"}")
  public record Discard(@NotBlank @Size(max = 1000) String reason) {}

  @POST
  @Path("/{feed}/parked/{id}/discard")
  @RolesAllowed(Role.ADMIN)
  @Idempotent(ownTransactions = true)
  @Operation(
      summary = "Give up a parked event",
      description =
          """
          For a fact that this service will never be able to take: it is never applied, who gave it \
          up and why goes to the audit trail, and the events of the same subject that waited behind \
          it are applied. Only the first of its subject can be given up, the one with a problem. \
          The owner of the fact still has it: mend it there if you can, a newer state then comes \
          by itself.\
          """)
  @APIResponseSchema(
      value = Replay.class,
      responseCode = "200",
      responseDescription = "What became of the events that waited behind it")
  public Response discardParkedEvent(
      @PathParam("feed") String feed,
      @Parameter(example = "0000000001042::0199a000-0000-7000-8000-000000000001") @PathParam("id")
          String id,
      @Valid @NotNull Discard discard)
      throws Exception {
    try {
      return feeds
          .parked(feed)
          .discard(cursor(id), parked -> record(feed, parked, discard.reason()))
          .map(replay -> Response.ok(replay).build())
          .orElseThrow(
              () -> CommonProblem.NOT_FOUND.because("No such event is parked, or no more."));
    } catch (WaitsBehindException e) {
      throw CommonProblem.CONFLICT.because(e.getMessage());
    }
  }

  private static Cursor cursor(String id) {
    try {
      return Cursor.parse(id);
    } catch (MalformedCursorException e) {
      throw CommonProblem.NOT_FOUND.because("This is not the id of an event.");
    }
  }

  private void record(String feed, ParkedEvent parked, String reason) {
    FeedEvent event = parked.event();
    audit.changed(
        "event.discarded",
        "event",
        event.id(),
        Uuids.parse(event.subject()).orElse(null),
        Map.of("feed", feed, "position", event.position(), "type", event.type()),
        Map.of("reason", reason));
  }

  @POST
  @Path("/{feed}/parked/{subject}/replay")
  @RolesAllowed(Role.ADMIN)
  @Idempotent(ownTransactions = true)
  @Operation(
      summary = "Try the parked events of a subject again",
      description =
          """
          Applies them in order, up to the first that still fails. Each that could be applied stays \
          applied, whatever becomes of the next; repeating it is safe.\
          """)
  @APIResponseSchema(
      value = Replay.class,
      responseCode = "200",
      responseDescription = "What came of it")
  public Response replayParkedEvents(
      @PathParam("feed") String feed, @PathParam("subject") String subject) throws Exception {
    return Response.ok(feeds.parked(feed).replay(subject)).build();
  }
}
