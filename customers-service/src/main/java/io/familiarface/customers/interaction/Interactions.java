package io.familiarface.customers.interaction;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.Nested;

/** The talks with each customer. */
@ApplicationScoped
public class Interactions implements PanacheRepositoryBase<Interaction, UUID> {
  private static final String NEWEST_FIRST = "at desc, id desc";

  private final Database database;

  Interactions(Database database) {
    this.database = database;
  }

  /**
   * Adds the last talk of which the mood was noted to a round trip that binds {@code :customer}.
   */
  public static Rows<LatestMood> latestMood(RoundTrip trip) {
    return trip.query(
        """
        select mood, at, channel, id as interaction_id from interaction
        where customer_id = :customer and mood is not null
        order by at desc, id desc limit 1""",
        LatestMood.class);
  }

  /**
   * What the talks with a customer have shown.
   *
   * @param mood null while none was noted
   * @param explainedSteps the codes of the steps that somebody has explained
   */
  public record Learned(@Nested("mood") LatestMood mood, List<String> explainedSteps) {}

  /** Adds one row of all talks to a round trip that binds {@code :customer}. */
  public static Rows<Learned> learned(RoundTrip trip) {
    return trip.query(
        """
        select mood as mood_mood, at as mood_at, channel as mood_channel,
          latest.id as mood_interaction_id,
          array(
            select distinct step from interaction, unnest(explained_steps) step
            where customer_id = :customer and explained_steps <> '{}') as explained_steps
        from (values (true)) as always
        left join (
          select id, mood, at, channel from interaction
          where customer_id = :customer and mood is not null
          order by at desc, id desc limit 1) as latest on true""",
        Learned.class);
  }

  /**
   * Adds the steps that somebody has explained, each with when that was first, to a round trip that
   * binds {@code :customer}.
   */
  public static Rows<ExplainedStep> explainedSteps(RoundTrip trip) {
    return trip.query(
        """
        select distinct on (step) step as code, at, held_by as by, id as interaction_id
        from interaction, unnest(explained_steps) step
        where customer_id = :customer and explained_steps <> '{}'
        order by step, at, id""",
        ExplainedStep.class);
  }

  /** Adds the first talk of all to a round trip that binds {@code :customer}. */
  static Rows<InteractionView> firstContact(RoundTrip trip) {
    return trip.query(
        """
        select * from interaction where customer_id = :customer
        order by at, id limit 1""",
        InteractionView.class);
  }

  /**
   * Adds the talks whose mood was noted, newest first, to a round trip that binds {@code
   * :customers}.
   */
  public static Rows<InteractionView> withMood(RoundTrip trip) {
    return trip.query(
        """
        select * from interaction
        where customer_id = any(:customers) and mood is not null
        order by at desc, id desc""",
        InteractionView.class);
  }

  /**
   * When a customer last came to us themselves.
   *
   * @param at of a talk that began with them, by whichever channel and in whatever mood
   */
  public record LastInbound(UUID customerId, Instant at) {}

  /** Adds that of each who ever did to a round trip that binds {@code :customers}. */
  public static Rows<LastInbound> lastInbound(RoundTrip trip) {
    return trip.query(
        """
        select customer_id, max(at) as at from interaction
        where customer_id = any(:customers) and direction = 'INBOUND'
        group by customer_id""",
        LastInbound.class);
  }

  /** Adds to a round trip that binds {@code :customer} whether a talk has that external id. */
  static Supplier<Optional<UUID>> withExternalId(RoundTrip trip, String externalId) {
    return externalId == null
        ? Optional::empty
        : trip.bind("externalId", externalId)
                .query(
                    "select id from interaction where customer_id = :customer and external_id = :externalId",
                    UUID.class)
            ::first;
  }

  Page<InteractionView> page(UUID customerId, PageRequest page) {
    var list =
        database
            .list("select * from interaction")
            .where("customer_id = :customer", "customer", customerId);
    page.after()
        .ifPresent(
            key ->
                list.where("(at, id) < (:at, :last)")
                    .bind("at", key.instant(0))
                    .bind("last", key.uuid(1)));
    return Page.of(
        list.list(InteractionView.class, NEWEST_FIRST, page.limit() + 1),
        page,
        talk -> Key.of(talk.at(), talk.id()),
        UnaryOperator.identity());
  }

  Interaction get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .filter(talk -> talk.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_INTERACTION.because(
                    "This customer has no interaction "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/interactions."));
  }

  Optional<Interaction> withExternalId(UUID customerId, String externalId) {
    return find("customerId = ?1 and externalId = ?2", customerId, externalId)
        .firstResultOptional();
  }
}
