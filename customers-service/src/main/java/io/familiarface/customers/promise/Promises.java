package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.decision.Breach;
import io.familiarface.customers.decision.Decision;
import io.familiarface.customers.decision.PromiseState;
import io.familiarface.customers.decision.PromiseTerms;
import io.familiarface.customers.decision.Verdict;
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
import java.util.function.Supplier;
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
      Instant verdictAt,
      String verdictBy,
      String verdictReason,
      List<Instant> breachedAt,
      List<UUID> breachedBy) {

    PromiseTerms terms() {
      return new PromiseTerms(technicianId, madeAt, validUntil, Verdict.of(verdict, verdictAt));
    }

    Decision decision() {
      return new Decision(state, decidedAt, decidedByVisit, breaches());
    }

    /** The same promise, decided otherwise. */
    Row decided(Decision otherwise) {
      return new Row(
          id,
          externalId,
          customerId,
          kind,
          text,
          madeBy,
          madeAt,
          technicianId,
          validUntil,
          otherwise.state(),
          otherwise.decidedAt(),
          otherwise.decidedByVisit(),
          verdict,
          verdictAt,
          verdictBy,
          verdictReason,
          otherwise.breaches().stream().map(Breach::at).toList(),
          otherwise.breaches().stream().map(Breach::visitId).toList());
    }

    private List<Breach> breaches() {
      return IntStream.range(0, breachedAt.size())
          .mapToObj(n -> new Breach(breachedAt.get(n), breachedBy.get(n)))
          .toList();
    }

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
          breaches());
    }
  }

  /** Adds all promises, newest first, to a round trip that binds {@code :customer}. */
  public static Rows<Row> ofCustomer(RoundTrip trip) {
    return trip.query(OF_CUSTOMER, Row.class);
  }

  /** The same of several customers, to a round trip that binds {@code :customers}. */
  public static Rows<Row> ofCustomers(RoundTrip trip) {
    return trip.query(
        SELECT + "where customer_id = any(:customers) order by " + NEWEST_FIRST, Row.class);
  }

  /** Adds to a round trip that these promises are decided so now. */
  static void write(RoundTrip trip, Collection<Decided> decided) {
    List<Decided.BreachOf> breaches = decided.stream().flatMap(Decided::breaches).toList();
    trip.bind("decided", decided.stream().map(Decided::id).toList())
        .bindColumn("states", decided, one -> one.after().state())
        .bindColumn("decidedAt", decided, one -> one.after().decidedAt())
        .bindColumn("decidedBy", decided, one -> one.after().decidedByVisit())
        .bindColumn("breached", breaches, Decided.BreachOf::promiseId)
        .bindColumn("ordinals", breaches, Decided.BreachOf::ordinal)
        .bindColumn("breachedAt", breaches, Decided.BreachOf::at)
        .bindColumn("breachedBy", breaches, Decided.BreachOf::visitId)
        .update(
            """
            update promise set state = one.state, decided_at = one.decided_at,
              decided_by_visit = one.visit_id, version = version + 1
            from unnest(:decided, cast(:states as text[]), cast(:decidedAt as timestamptz[]),
              cast(:decidedBy as uuid[])) as one (id, state, decided_at, visit_id)
            where promise.id = one.id""")
        .update("delete from promise_breach where promise_id = any(:decided)")
        .update(
            """
            insert into promise_breach (promise_id, ordinal, at, visit_id)
            select * from unnest(cast(:breached as uuid[]), cast(:ordinals as int[]),
              cast(:breachedAt as timestamptz[]), cast(:breachedBy as uuid[]))""");
  }

  /** Adds to a round trip whose promise has that external id; asks nothing when there is none. */
  static Supplier<Optional<UUID>> withExternalId(RoundTrip trip, String externalId) {
    return externalId == null
        ? Optional::empty
        : trip.bind("promiseKey", externalId)
                .query("select id from promise where external_id = :promiseKey", UUID.class)
            ::first;
  }

  /** Adds to a round trip which promise is meant; the answer is its id, as far as there is one. */
  static Supplier<Ref> meant(RoundTrip trip, Ref ref) {
    if (ref.id().isPresent()) {
      return () -> ref;
    }
    var found = withExternalId(trip, ref.externalId().orElseThrow());
    return () -> found.get().map(Ref::of).orElse(ref);
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
