package io.familiarface.feedback.flag;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.assessment.FlagsOnRecord;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.state.Flag;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The flags on record. */
@ApplicationScoped
public class CustomerFlags implements PanacheRepositoryBase<CustomerFlag, UUID>, FlagsOnRecord {
  /** What another package may join. */
  public static final String ROWS =
      """
      (select id, customer_id, state, raised_at, probability, reasons, reason_codes from flag)\
      """;

  private static final Sort NEWEST_FIRST = Sort.descending("raisedAt", "id");

  private final Database database;

  CustomerFlags(Database database) {
    this.database = database;
  }

  /** One flag of a customer, from when to when. */
  public record FlagPeriod(
      UUID id,
      CustomerFlagState state,
      Instant raisedAt,
      Instant clearedAt,
      Instant endedAt,
      Integer leadDays,
      Integer leadVisits,
      List<String> reasonCodes,
      Instant actedAt,
      String actedBy,
      String action) {}

  /** Every flag of a customer but the withdrawn. */
  public List<FlagPeriod> periodsOf(UUID customer) {
    return database
        .sql("select * from flag where customer_id = :customer and state <> 'WITHDRAWN'")
        .bind("customer", customer)
        .list(FlagPeriod.class);
  }

  /** The flags raised since an instant, counted by what was done about them: all, and by rule. */
  List<FlagReportCard.Count> graded(Instant since, Instant now) {
    return database
        .sql(
            """
            select rule, deed, count(*)::int as raised,
              count(*) filter (where state = 'LOST')::int as lost,
              count(*) filter (where state = 'KEPT')::int as kept,
              count(*) filter (where raised_at <= :ripe)::int as judged,
              count(*) filter (where raised_at <= :ripe and state = 'LOST')::int as judged_lost,
              coalesce(array_agg(lead_days) filter (where state = 'LOST' and lead_days is not null),
                '{}') as lead_days,
              coalesce(array_agg(lead_visits)
                filter (where state = 'LOST' and lead_visits is not null), '{}') as lead_visits
            from (
              select unnest(array_append(reason_codes, null)) as rule, state, raised_at,
                lead_days, lead_visits,
                case when acted_at is not null then 'ACTED'
                  when acknowledged_at is not null then 'ACKNOWLEDGED'
                  else 'NOTHING' end as deed
              from flag where raised_at >= :since and state <> 'WITHDRAWN') graded
            group by rule, deed
            """)
        .bind("since", since)
        .bind("ripe", now.minus(Duration.ofDays(FlagReportCard.JUDGED_AFTER_DAYS)))
        .list(FlagReportCard.Count.class);
  }

  @Override
  public List<Flag> told(UUID customer) {
    return list("customerId = ?1 and state <> WITHDRAWN", Sort.by("raisedAt"), customer).stream()
        .map(CustomerFlag::told)
        .toList();
  }

  @Override
  public RoundTrip.Rows<UUID> flagged(RoundTrip trip) {
    return trip.query(
        """
        select distinct customer_id from flag
        where customer_id = any(cast(:customers as uuid[])) and state <> 'WITHDRAWN'
        """,
        UUID.class);
  }

  /** The open flag of a customer, or else the last: a new one is raised only after it has ended. */
  Optional<UUID> lastOf(UUID customer) {
    return database
        .sql(
            """
            select id from flag where customer_id = :customer and state <> 'WITHDRAWN'
            order by raised_at desc, id desc limit 1
            """)
        .bind("customer", customer)
        .first(UUID.class);
  }

  Optional<UUID> customerOf(UUID flag) {
    return database
        .sql("select customer_id from flag where id = :id")
        .bind("id", flag)
        .first(UUID.class);
  }

  /**
   * Those of many customers, locked, but for the withdrawn ones. In SQL, as one array takes any
   * number of customers.
   */
  @SuppressWarnings("unchecked")
  List<CustomerFlag> lockOf(Collection<UUID> customers) {
    return getEntityManager()
        .createNativeQuery(
            """
            select * from flag where customer_id = any(:customers) and state <> 'WITHDRAWN'
            order by id for update
            """,
            CustomerFlag.class)
        .setParameter("customers", customers.toArray(UUID[]::new))
        .getResultList();
  }

  /**
   * All flags of these customers, the withdrawn ones too, in the order in which they were raised.
   */
  List<CustomerFlag> of(Collection<UUID> customers) {
    return list("customerId in ?1 order by raisedAt, id", customers);
  }

  List<CustomerFlag> page(UUID customer, CustomerFlagState state, PageRequest page) {
    StringBuilder where =
        new StringBuilder(state == null ? "state <> WITHDRAWN" : "state = :state");
    Parameters parameters = new Parameters();
    if (state != null) {
      parameters.and("state", state);
    }
    if (customer != null) {
      where.append(" and customerId = :customer");
      parameters.and("customer", customer);
    }
    page.after()
        .ifPresent(
            key -> {
              where.append(" and (raisedAt, id) < (:lastAt, :lastId)");
              parameters.and("lastAt", key.instant(0)).and("lastId", key.uuid(1));
            });
    return find(where.toString(), NEWEST_FIRST, parameters).page(0, page.limit() + 1).list();
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
