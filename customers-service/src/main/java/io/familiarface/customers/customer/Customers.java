package io.familiarface.customers.customer;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.search.SearchDocument;
import io.familiarface.database.CopiedRows;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.PersonKeys;
import io.familiarface.rest.etag.ETags;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.Nested;

/**
 * The customers there are.
 *
 * <p>Whoever changes anything of a customer locks the customer first: so changes of one customer
 * come one after the other, in the order in which they are published, and cannot deadlock.
 */
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<Customer, UUID>, PersonKeys {
  /** A customer as {@link CustomerView} or {@link CustomerHeader} has them. */
  static final String SELECT =
      """
      select *, id as customer_id,
        case when photo_tag is not null then '/v1/customers/' || id || '/photo' end as photo
      from %s
      """;

  private static final String ONE = SELECT.formatted("customer") + "where id = :customer";

  /** No more than is shown: all of a customer is several times as much. */
  private static final String INTRODUCED =
      """
      select id as customer_id, external_id, kind, name, preferred_name, status, branch, phone,
        other_phones, preferred_channel, preferred_hours, language,
        case when photo_tag is not null then '/v1/customers/' || id || '/photo' end as photo,
        burned_before_what, burned_before_heard_at
      from customer where id = :customer""";

  private final Database database;
  private final CustomerSearch search;
  private final MergedCustomers merged;

  Customers(Database database, CustomerSearch search, MergedCustomers merged) {
    this.database = database;
    this.search = search;
    this.merged = merged;
  }

  /**
   * The id of the customer meant.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none
   */
  public UUID idOf(Ref ref) {
    return findId(ref).orElseThrow(() -> unknown(ref));
  }

  public Optional<UUID> findId(Ref ref) {
    Optional<?> id = ref.id();
    return database
        .sql(
            "select id from customer where %s = :key"
                .formatted(id.isPresent() ? "id" : "external_id"))
        .bind("key", id.isPresent() ? id.get() : ref.externalId().orElseThrow())
        .first(UUID.class);
  }

  @Override
  public Optional<UUID> personWithKey(String externalId) {
    return Optional.ofNullable(idsOf(List.of(externalId)).get(externalId));
  }

  /**
   * The ids of the customers with these external ids, as far as there are any; of one who was
   * merged, the survivor's.
   */
  public Map<String, UUID> idsOf(Collection<String> externalIds) {
    record Known(String externalId, UUID id) {}
    Map<String, UUID> ids = new HashMap<>();
    database
        .sql(
            """
            select external_id, into_id as id from merged_customer
            where external_id = any(:externalIds)
            union all
            select external_id, id from customer where external_id = any(:externalIds)""")
        .bind("externalIds", externalIds)
        .list(Known.class)
        .forEach(known -> ids.put(known.externalId, known.id));
    return ids;
  }

  /** Keeps others from changing anything of this customer until the transaction ends. */
  public UUID lock(Ref ref) {
    RoundTrip trip = bind(database.roundTrip(), ref);
    var locked = trip.query(lockOf(EXISTING), UUID.class);
    trip.send();
    return locked.first().orElseThrow(() -> unknown(ref));
  }

  /** Keeps others from changing anything of the customer whom a query finds, as {@link #lock}. */
  public static String lockOf(String existing) {
    return existing + "\nfor no key update";
  }

  /** Locks all of these, always in the same order; answers which of them there are. */
  public Set<UUID> lock(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database
                .sql("select id from customer where id = any(:ids) order by id for no key update")
                .bind("ids", ids)
                .list(UUID.class));
  }

  /**
   * Adds to a round trip that binds {@code :customers} that these are locked, always in the same
   * order; answers which of them there are. What the trip asks afterwards is as of then.
   */
  public static Rows<UUID> lock(RoundTrip trip) {
    return trip.query(
        "select id from customer where id = any(:customers) order by id for no key update",
        UUID.class);
  }

  /** Finds the id of the customer whom a round trip binds as {@code :customer}. */
  public static final String EXISTING = "select id from customer where id = :customer";

  /** Binds {@code :customer} to the customer meant, whoever that is. */
  public static RoundTrip bind(RoundTrip trip, Ref ref) {
    Optional<UUID> id = ref.id();
    return id.isPresent()
        ? trip.bind("customer", id.get())
        : trip.bind("customerKey", ref.externalId().orElseThrow())
            .bindQuery("customer", "select id from customer where external_id = :customerKey");
  }

  /** Who a customer is, and what another company did to them; null if nothing is known of it. */
  public record Introduced(
      @Nested CustomerHeader header, @Nested("burned_before") BurnedBefore burnedBefore) {}

  /** Adds who it is to a round trip that binds {@code :customer}; no row when there is nobody. */
  public static Rows<Introduced> introduced(RoundTrip trip) {
    return trip.query(INTRODUCED, Introduced.class);
  }

  /** A customer as of a version. */
  public record Versioned(@Nested CustomerView view, long version) {}

  /** Adds all of a customer to a round trip that binds {@code :customer}; no row when none. */
  public static Rows<Versioned> versioned(RoundTrip trip) {
    return trip.query(ONE, Versioned.class);
  }

  /** Where they are; null while nobody has said. */
  public Address address(UUID id) {
    return findById(id).address;
  }

  public Optional<CustomerView> view(UUID id) {
    return findByIdOptional(id).map(CustomerView::of);
  }

  /** A customer as of their latest change. */
  public record Revised(@Nested CustomerView view, long revision) {}

  /**
   * Adds to a round trip that binds {@code :customers} that each of them, or anything of theirs,
   * was changed; answers how they are now. What was changed of entities must have been flushed.
   */
  public static Rows<Revised> countChange(RoundTrip trip) {
    return trip.query(
        """
        update customer set revision = revision + 1 where id = any(:customers)
        returning *, case when photo_tag is not null then '/v1/customers/' || id || '/photo' end as photo""",
        Revised.class);
  }

  /** Lets a customer be found by this; written just before the commit. */
  public void makeFindable(UUID id, SearchDocument document) {
    search.store(id, document);
  }

  /** Notes which photo there is now; null for none. */
  public void setPhotoTag(UUID id, String photoTag) {
    locked(id).photoTag = photoTag;
  }

  /** Notes that somebody was let go, or is a customer again. */
  public void setLetGo(UUID id, boolean isLetGo) {
    locked(id).status = isLetGo ? Status.LET_GO : Status.ACTIVE;
  }

  Customer get(Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .or(() -> ref.externalId().flatMap(key -> find("externalId", key).firstResultOptional()))
        .orElseThrow(() -> unknown(ref));
  }

  /** The customer as of now, whom nobody else can change until the transaction ends. */
  Customer locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whom those lead to that belonged to customers who were merged. */
  Map<String, UUID> mergedAmong(Collection<String> externalIds) {
    return merged.survivorsOf(externalIds);
  }

  List<Customer> lockAll(Collection<String> externalIds) {
    return find("externalId in ?1 order by id", externalIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Writes a customer now, so that the version is the one that a later reader sees. */
  void write(Customer customer) {
    try {
      persistAndFlush(customer);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e) ? AddingCustomer.taken(customer.externalId) : e;
    }
  }

  /** Writes new customers, all in one statement. */
  void insert(Collection<Customer> added) {
    if (added.isEmpty()) {
      return;
    }
    database.copy(
        new CopiedRows<>(
            """
            customer (id, version, revision, external_id, kind, name, preferred_name,
              language, email, phone, other_phones, other_emails, unreadable_phone,
              preferred_channel, preferred_hours, address_line1, address_line2, address_city,
              address_region, address_postal_code, address_country, branch, status,
              burned_before_what, burned_before_heard_at, line_fingerprint, created_at)\
            """,
            added,
            List.of(
                c -> c.id,
                c -> 0,
                c -> 1,
                c -> c.externalId,
                c -> c.kind,
                c -> c.name,
                c -> c.preferredName,
                c -> c.language,
                c -> c.email,
                c -> c.phone,
                c -> c.otherPhones,
                c -> c.otherEmails,
                c -> c.unreadablePhone,
                c -> c.preferredChannel,
                c -> c.preferredHours,
                c -> of(c.address, Address::line1),
                c -> of(c.address, Address::line2),
                c -> of(c.address, Address::city),
                c -> of(c.address, Address::region),
                c -> of(c.address, Address::postalCode),
                c -> of(c.address, Address::country),
                c -> c.branch,
                c -> c.status,
                c -> of(c.burnedBefore, BurnedBefore::what),
                c -> of(c.burnedBefore, BurnedBefore::heardAt),
                c -> c.lineFingerprint,
                c -> c.createdAt)));
  }

  private static <T, V> V of(T part, Function<T, V> value) {
    return part == null ? null : value.apply(part);
  }

  /** Takes one out whose everything is another's now. */
  void remove(UUID id) {
    flush();
    database.sql("delete from customer where id = :id").bind("id", id).update();
  }

  /**
   * Takes out one who is erased, with all that refers to them; the customer is locked.
   *
   * @param ids the customer's, and those that led there
   */
  public void erase(UUID id, Set<UUID> ids) {
    search.forget(ids);
    remove(id);
  }

  /** The id of a customer and those of whom were merged into them, which lead there. */
  public Set<UUID> allIdsOf(UUID id) {
    Set<UUID> ids = new HashSet<>(merged.mergedInto(id));
    ids.add(id);
    return ids;
  }

  /** Refuses a change of another version than the one that was read. */
  public void requireMatch(UUID id, String ifMatch) {
    ETags.requireMatch(ifMatch, id, findById(id).version);
  }

  /** 308 to whoever they are part of now, or 404: there is no such customer, or no longer. */
  public RuntimeException unknown(Ref ref) {
    return merged.survivor(ref).map(MergedRedirect::to).orElseGet(() -> noSuchCustomer(ref));
  }

  private static RuntimeException noSuchCustomer(Ref ref) {
    return CustomersProblem.NO_SUCH_CUSTOMER.because(
        "There is no customer " + ref + ". Look for them with GET /v1/customers?name=.");
  }
}
