package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.decision.Breach;
import io.familiarface.customers.decision.PromiseState;
import io.familiarface.customers.promise.PromiseView.DecidedBy;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What was promised to each customer. */
@ApplicationScoped
public class Promises implements PanacheRepositoryBase<Promise, UUID> {
  private static final String NEWEST_FIRST = "made_at desc, id desc";
  private static final String SELECT =
      """
      select p.*,
        array(select b.at from promise_breach b where b.promise_id = p.id order by b.ordinal)
          as breached_at,
        array(select b.visit_id from promise_breach b where b.promise_id = p.id order by b.ordinal)
          as breached_by
      from promise p
      """;
  private static final String OF_CUSTOMER =
      SELECT + "where customer_id = :customer order by " + NEWEST_FIRST;

  private final Database database;

  Promises(Database database) {
    this.database = database;
  }

  /** A promise with its breaches, the n-th instant belonging to the n-th visit. */
  public record Row(
      UUID id,
      String externalId,
      UUID customerId,
      PromiseKind kind,
      String text,
      String madeBy,
      Instant madeAt,
      UUID technicianId,
      Instant validUntil,
      PromiseState state,
      Instant decidedAt,
      UUID decidedByVisit,
      PromiseState verdict,
      String verdictBy,
      String verdictReason,
      List<Instant> breachedAt,
      List<UUID> breachedBy) {
    public PromiseView view() {
      return new PromiseView(
          id,
          externalId,
          customerId,
          kind,
          text,
          madeBy,
          madeAt,
          technicianId,
          validUntil,
          state,
          decidedAt,
          DecidedBy.of(state, decidedByVisit, verdict, verdictBy, verdictReason),
          IntStream.range(0, breachedAt.size())
              .mapToObj(n -> new Breach(breachedAt.get(n), breachedBy.get(n)))
              .toList());
    }
  }

  /** Adds all promises, newest first, to a round trip that binds {@code :customer}. */
  public static Rows<Row> ofCustomer(RoundTrip trip) {
    return trip.query(OF_CUSTOMER, Row.class);
  }

  /** All promises made to a customer, newest first. */
  public List<PromiseView> ofCustomer(UUID customerId) {
    return database.sql(OF_CUSTOMER).bind("customer", customerId).list(Row.class).stream()
        .map(Row::view)
        .toList();
  }

  /** All promises made to these customers, newest first for each. */
  List<Promise> ofCustomers(Set<UUID> customerIds) {
    return list("customerId in ?1 order by customerId, madeAt desc, id desc", customerIds);
  }

  List<Promise> withExternalIds(Collection<String> externalIds) {
    return list("externalId in ?1", externalIds);
  }

  /** The customers of some of the standing promises whose end has passed. */
  Set<UUID> customersWithExpired(Instant now, int atMost) {
    return Set.copyOf(
        database
            .sql(
                """
                select distinct customer_id from (
                  select customer_id from promise
                  where state = 'STANDING' and valid_until <= :now
                  order by valid_until limit :atMost) expired""")
            .bind("now", now)
            .bind("atMost", atMost)
            .list(UUID.class));
  }

  Page<PromiseView> page(UUID customerId, PageRequest page) {
    var list = database.list(SELECT).where("customer_id = :customer", "customer", customerId);
    page.after()
        .ifPresent(
            key ->
                list.where("(made_at, id) < (:madeAt, :last)")
                    .bind("madeAt", key.instant(0))
                    .bind("last", key.uuid(1)));
    return Page.of(
        list.list(Row.class, NEWEST_FIRST, page.limit() + 1),
        page,
        promise -> Key.of(promise.madeAt(), promise.id()),
        Row::view);
  }

  Promise get(UUID customerId, Ref ref) {
    return find(ref)
        .filter(promise -> promise.customerId.equals(customerId))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_PROMISE.because(
                    "This customer was made no promise "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/promises."));
  }

  Optional<Promise> find(Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .or(() -> ref.externalId().flatMap(key -> find("externalId", key).firstResultOptional()));
  }

  /** Writes a promise now, so that the version is the one that a later reader sees. */
  void write(Promise promise) {
    try {
      persistAndFlush(promise);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e) ? MakingPromise.taken(promise.externalId) : e;
    }
  }
}
